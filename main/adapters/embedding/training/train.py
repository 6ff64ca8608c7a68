"""Fine-tunes the 6-layer MiniLM sentence encoder on skill wording with hard negatives.

The pairs are (wording, preferred label of the skill): alternative labels of ESCO and the first sentences of its
descriptions, some of them wrapped as job ads word them ("experience with ..."), and the dev sentences of SkillSkape.
A batch holds groups of skills whose labels are nearest neighbours under the base model, one pair a skill, so that the
other labels of a group are its hard negatives. The loss is a symmetric softmax over the cosines of a batch, with labels
that mean the same masked, plus the distance to the base model's embedding, which keeps general meaning.

Wordings whose hash stands in held-out.txt are left out: the acceptance measurements use them. SkillSkape dev is used,
so it is no validation set for the result. Under an hour on two cores; see ../model/README.md for what came of it.

    python3 -m venv venv && venv/bin/pip install torch transformers tokenizers safetensors onnx onnxruntime onnxscript
    venv/bin/python train.py --base BASE_MODEL_DIR --data TESSERA_DATA/matching --out OUT_DIR
    venv/bin/python export.py --model OUT_DIR --base BASE_MODEL_DIR --share 0.5 --out MODEL_DIR
"""

import argparse
import hashlib
import json
import math
import random
import re
import time
from dataclasses import dataclass
from pathlib import Path

import tokenizers
import torch
import torch.nn.functional as functional
from transformers import AutoModel

DIMENSIONS = 384
MAX_TOKENS = 40
DROPOUT = 0.05

# One batch: GROUPS groups of NEIGHBOURS skills that are hard to tell apart.
NEIGHBOURS, GROUPS = 24, 8
SENTENCE_BATCH = 64
# How often each skill and each sentence is seen.
SKILL_PASSES, SENTENCE_PASSES = 7, 4

LEARNING_RATE, WEIGHT_DECAY, WARM_UP_STEPS = 5e-5, 0.01, 50
# The cosines are multiplied by SCALE before the softmax.
SCALE = 25.0
DRIFT_WEIGHT, DRIFT_SAMPLE = 0.7, 24
# Labels whose cosine under the base model is above this are no negatives of each other.
SAME_MEANING = 0.92

AD_PHRASES = ["{}"] * 4 + [
    "experience with {}",
    "experience in {}",
    "strong {} skills",
    "knowledge of {}",
    "ability to {}",
    "you {}",
    "proficiency in {}",
    "responsible for {}",
    "{} experience",
    "good understanding of {}",
]


@dataclass
class Corpus:
    """Labels by skill id, further wordings by skill id, and sentences with the skill that each asks for."""

    labels: dict[str, str]
    wordings: dict[str, list[str]]
    sentences: list[tuple[str, str]]


def main() -> None:
    options = read_options()
    torch.manual_seed(options.seed)
    random.seed(options.seed)

    corpus = read_corpus(options.data, read_held_out(options.held_out))
    encode = tokenise_with(options.base / "tokenizer.json")
    base = AutoModel.from_pretrained(options.base).eval()
    model = with_dropout(AutoModel.from_pretrained(options.base))

    label_vectors = embed_all(base, encode, list(corpus.labels.values()))
    batches = plan_batches(corpus, label_vectors)
    train(model, base, encode, corpus, label_vectors, batches, options.out)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--base", type=Path, required=True, help="folder of all-MiniLM-L6-v2 in fp32 with its tokenizer.json")
    parser.add_argument("--data", type=Path, required=True, help="folder with esco/ and skillskape/")
    parser.add_argument("--out", type=Path, required=True, help="folder for the fine-tuned model")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--held-out", type=Path, default=Path(__file__).with_name("held-out.txt"))
    return parser.parse_args()


def read_corpus(data: Path, held_out: set[str]) -> Corpus:
    skills = read_lines(data / "esco" / "skills_v1.1.1_en.jsonl")
    labels = {skill["id"]: normalise(skill["label"]) for skill in skills}
    wordings = {}
    for skill in skills:
        texts = [normalise(text) for text in skill["alt"] or []]
        texts = [text for text in texts if text != labels[skill["id"]] and short_hash(text) not in held_out]
        if skill.get("desc"):
            texts.append(normalise(first_sentence(skill["desc"])))
        if texts:
            wordings[skill["id"]] = texts
    sentences = [
        (normalise(row["query"]), skill)
        for row in read_lines(data / "skillskape" / "dev.jsonl")
        for skill in row["relevant"]
        if skill in labels
    ]
    return Corpus(labels, wordings, sentences)


def read_held_out(path: Path) -> set[str]:
    return set(path.read_text(encoding="utf-8").split())


def read_lines(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def normalise(text: str) -> str:
    return re.sub(r"\s+([.,;:])", r"\1", text.lower()).strip(" .;,:")


def first_sentence(text: str) -> str:
    return re.split(r"(?<=[.!?])\s", text)[0]


def short_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def tokenise_with(path: Path):
    """A function from texts to token ids and attention mask, padded to the longest of them."""
    tokenizer = tokenizers.Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)

    def encode(texts):
        encoded = [entry.ids for entry in tokenizer.encode_batch(list(texts))]
        ids = torch.zeros(len(encoded), max(map(len, encoded)), dtype=torch.long)
        mask = torch.zeros_like(ids)
        for row, tokens in enumerate(encoded):
            ids[row, : len(tokens)] = torch.tensor(tokens)
            mask[row, : len(tokens)] = 1
        return ids, mask

    return encode


def with_dropout(model):
    for module in model.modules():
        if isinstance(module, torch.nn.Dropout):
            module.p = DROPOUT
    return model


def embed(model, encode, texts):
    """Vectors of length 1: the mean of the last hidden state over the attention mask, as the app computes them."""
    ids, mask = encode(texts)
    hidden = model(input_ids=ids, attention_mask=mask).last_hidden_state
    mean = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
    return functional.normalize(mean, dim=1)


@torch.no_grad()
def embed_all(model, encode, texts):
    vectors = torch.zeros(len(texts), DIMENSIONS)
    by_length = sorted(range(len(texts)), key=lambda index: len(texts[index]))
    for start in range(0, len(by_length), 256):
        chunk = by_length[start : start + 256]
        vectors[chunk] = embed(model, encode, [texts[index] for index in chunk])
    return vectors


def plan_batches(corpus: Corpus, label_vectors) -> list[list[tuple[str, str]]]:
    """All batches of the training in the order in which they are taken: lists of (wording, skill id)."""
    position = {skill: row for row, skill in enumerate(corpus.labels)}
    skills = [skill for skill in corpus.labels if skill in corpus.wordings]
    vectors = label_vectors[[position[skill] for skill in skills]]
    batches = []
    for pass_number in range(SKILL_PASSES):
        batches += neighbour_batches(corpus, skills, vectors)
        if pass_number < SENTENCE_PASSES:
            random.shuffle(corpus.sentences)
            starts = range(0, len(corpus.sentences) - 8, SENTENCE_BATCH)
            batches += [corpus.sentences[start : start + SENTENCE_BATCH] for start in starts]
    random.shuffle(batches)
    return batches


def neighbour_batches(corpus: Corpus, skills: list[str], vectors):
    """Each skill once: a random unused skill and its nearest unused neighbours make a group."""
    unused, groups = set(range(len(skills))), []
    for seed in random.sample(range(len(skills)), len(skills)):
        if seed not in unused:
            continue
        nearest = (vectors @ vectors[seed]).topk(400).indices.tolist()
        group = [index for index in nearest if index in unused][:NEIGHBOURS]
        unused.difference_update(group)
        groups.append([(as_in_an_ad(random.choice(corpus.wordings[skills[index]])), skills[index]) for index in group])
    random.shuffle(groups)
    return [sum(groups[start : start + GROUPS], []) for start in range(0, len(groups), GROUPS)]


def as_in_an_ad(wording: str) -> str:
    return random.choice(AD_PHRASES).format(wording) if len(wording.split()) <= 6 else wording


def train(model, base, encode, corpus: Corpus, label_vectors, batches, out: Path) -> None:
    position = {skill: row for row, skill in enumerate(corpus.labels)}
    optimiser = torch.optim.AdamW(model.parameters(), lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: warm_then_cosine(step, len(batches)))
    model.train()
    begun = time.time()
    for step, batch in enumerate(batches):
        wordings, skills = zip(*batch)
        rows = label_vectors[[position[skill] for skill in skills]]
        left = embed(model, encode, wordings)
        right = embed(model, encode, [corpus.labels[skill] for skill in skills])
        contrast = contrastive_loss(left, right, rows)
        drift = drift_from(base, encode, wordings, left)
        optimiser.zero_grad()
        (contrast + DRIFT_WEIGHT * drift).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        if step % 25 == 0:
            print(f"{step}/{len(batches)} loss {contrast.item():.3f} drift {drift.item():.3f} {time.time() - begun:.0f}s", flush=True)
        if step % 100 == 99:
            model.save_pretrained(out)
    model.save_pretrained(out)


def warm_then_cosine(step: int, steps: int) -> float:
    return min(1, (step + 1) / WARM_UP_STEPS) * 0.5 * (1 + math.cos(math.pi * min(1, step / steps)))


def contrastive_loss(left, right, label_rows):
    """Each wording among all labels of the batch and each label among all wordings; near-synonyms are no negatives."""
    same = ((label_rows @ label_rows.T) > SAME_MEANING).fill_diagonal_(False)
    scores = (left @ right.T * SCALE).masked_fill(same, -1e4)
    target = torch.arange(len(left))
    return (functional.cross_entropy(scores, target) + functional.cross_entropy(scores.T, target)) / 2


def drift_from(base, encode, wordings, vectors):
    with torch.no_grad():
        before = embed(base, encode, wordings[:DRIFT_SAMPLE])
    return (1 - (vectors[:DRIFT_SAMPLE] * before).sum(1)).mean()


if __name__ == "__main__":
    main()
