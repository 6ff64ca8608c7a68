"""Fine-tunes the 6-layer MiniLM sentence encoder on skill wording.

The pairs are (wording, name of the skill): alternative labels of ESCO's skills and occupations with the preferred
label, or at times with another alternative label; the first sentences of descriptions; the dev sentences of
SkillSkape. Some wordings are wrapped as job ads word them ("experience with ..."). Batches are random and large; the
loss is a symmetric softmax over the cosines of a batch, with names that nearly mean the same masked, plus the distance
to the base model's embedding, which keeps general meaning.

Left out: wordings whose hash stands in held-out.txt, which the acceptance measurements use; the queries of SkillNorm's
dev set; and the alternative labels of the skills that the jobs of the match bench's dev set require. SkillSkape dev is
used, so it is no validation set for the result. What came of it stands in ../model/README.md.

The shipped encoder took four runs, the last two going on from the second, and their mean with an encoder before it:

    python3 -m venv venv && venv/bin/pip install torch transformers tokenizers safetensors onnx onnxruntime onnxscript
    train="venv/bin/python train.py --base BASE_MODEL_DIR --data TESSERA_DATA/matching"
    $train --out RUN_1
    $train --out RUN_2 --start RUN_1 --seed 2 --batch 512 --scale 25 --between-names 0.35 --sentence-passes 2
    further="$train --start RUN_2 --batch 1024 --scale 25 --rate 5e-5 --same-meaning 0.83 --wrapped 0.35 \\
        --description-passes 0 --sentence-passes 2"
    $further --out RUN_3 --seed 6 --passes 1.5 --drift 0.3
    $further --out RUN_4 --seed 8 --passes 1.25 --drift 0.4 --between-names 0.3
    venv/bin/python average.py --out MEAN RUN_3:0.33 RUN_4:0.33 ENCODER_1.onnx:0.34
    venv/bin/python export.py --model MEAN --out MODEL_DIR
"""

import argparse
import hashlib
import json
import math
import random
import re
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import tokenizers
import torch
import torch.nn.functional as functional
from transformers import AutoModel

DIMENSIONS = 384
MAX_TOKENS = 48
# Occupations have many alternative labels; more of one would outweigh the skills.
LABELS_AN_OCCUPATION = 5
SENTENCE_BATCH = 96
WEIGHT_DECAY, WARM_UP_SHARE = 0.01, 0.08
DRIFT_SAMPLE = 48
# Longer wordings stand in ads as they are.
LONGEST_WRAPPED = 6

AD_PHRASES = [
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
    "{} skills",
    "proven {}",
    "excellent {}",
    "working knowledge of {}",
    "you will {}",
    "familiarity with {}",
    "hands-on {}",
]


@dataclass
class Corpus:
    """Preferred labels and alternative labels by id, and pairs of (text, id)."""

    labels: dict[str, str]
    alternatives: dict[str, list[str]]
    names: list[tuple[str, str]]
    descriptions: list[tuple[str, str]]
    sentences: list[tuple[str, str]]


def main() -> None:
    options = read_options()
    torch.manual_seed(options.seed)
    random.seed(options.seed)

    corpus = read_corpus(options.data, read_held_out(options.held_out))
    encode = tokenise_with(options.base / "tokenizer.json")
    base = AutoModel.from_pretrained(options.base).eval()
    # Without dropout a step takes half the time, and one or two gentle passes do not overfit.
    model = AutoModel.from_pretrained(
        options.start or options.base, attention_probs_dropout_prob=0.0, hidden_dropout_prob=0.0
    )

    label_vectors = embed_all(base, encode, list(corpus.labels.values()))
    train(model, base, encode, corpus, label_vectors, plan_batches(corpus, options), options)
    model.save_pretrained(options.out)
    shutil.copy(options.base / "tokenizer.json", options.out)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--base", type=Path, required=True, help="folder of all-MiniLM-L6-v2 in fp32 with its tokenizer.json")
    parser.add_argument("--start", type=Path, help="folder of the model to go on from; the base where it is not given")
    parser.add_argument("--data", type=Path, required=True, help="folder with esco/, esco-skillnorm/, esco-matchbench/, skillskape/")
    parser.add_argument("--out", type=Path, required=True, help="folder for the fine-tuned model")
    parser.add_argument("--held-out", type=Path, default=Path(__file__).with_name("held-out.txt"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=3e-5, help="greatest learning rate")
    parser.add_argument("--batch", type=int, default=384, help="pairs of names in a batch")
    parser.add_argument("--passes", type=float, default=1.0, help="how often each name is seen")
    parser.add_argument("--description-passes", type=int, default=1)
    parser.add_argument("--sentence-passes", type=int, default=3)
    parser.add_argument("--scale", type=float, default=20.0, help="the cosines are multiplied by it before the softmax")
    parser.add_argument("--same-meaning", type=float, default=0.85, help="names above this cosine are no negatives of each other")
    parser.add_argument("--wrapped", type=float, default=0.5, help="share of short names that are worded as in an ad")
    parser.add_argument("--between-names", type=float, default=0.25, help="share paired with another alternative label")
    parser.add_argument("--drift", type=float, default=0.5, help="weight of the distance to the base")
    return parser.parse_args()


def read_corpus(data: Path, held_out: set[str]) -> Corpus:
    required = {skill for job in read_lines(data / "esco-matchbench" / "jobs.jsonl") for skill in job["must"] + job["nice"]}
    queries = {normalise(row["query"]) for row in read_lines(data / "esco-skillnorm" / "dev.jsonl")}
    usable = lambda text: text != "" and text not in queries and short_hash(text) not in held_out
    corpus = Corpus({}, {}, [], [], [])

    for skill in read_lines(data / "esco" / "skills_v1.1.1_en.jsonl"):
        key, label = skill["id"], normalise(skill["label"])
        own = [] if key in required else [text for text in wordings(skill, label) if usable(text)]
        corpus.labels[key], corpus.alternatives[key] = label, own
        corpus.names += [(text, key) for text in own]
        if skill.get("desc"):
            sentence = normalise(first_sentence(skill["desc"]))
            if usable(sentence):
                corpus.descriptions.append((sentence, key))
    for occupation in read_lines(data / "esco" / "occupations_v1.1.1_en.jsonl"):
        key, label = occupation["id"], normalise(occupation["label"])
        own = [text for text in wordings(occupation, label) if usable(text)]
        corpus.labels[key], corpus.alternatives[key] = label, own
        corpus.names += [(text, key) for text in random.sample(own, min(LABELS_AN_OCCUPATION, len(own)))]
    for row in read_lines(data / "skillskape" / "dev.jsonl"):
        corpus.sentences += [(normalise(row["query"]), skill) for skill in row["relevant"] if skill in corpus.labels]
    return corpus


def wordings(entry: dict, label: str) -> list[str]:
    """The alternative labels, each once, in an order that does not depend on the run."""
    return sorted({normalise(text) for text in entry["alt"] or []} - {label})


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
    """A function from texts to lists of token ids."""
    tokenizer = tokenizers.Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    return lambda texts: [entry.ids for entry in tokenizer.encode_batch(list(texts))]


def plan_batches(corpus: Corpus, options: argparse.Namespace) -> list[list[tuple[str, str]]]:
    """All batches of the training in the order in which they are taken: lists of (text, id)."""
    batches = []
    for number in range(math.ceil(options.passes)):
        names = in_batches(corpus.names, options.batch)
        batches += names[: math.ceil(len(names) * min(1.0, options.passes - number))]
    for _ in range(options.description_passes):
        batches += in_batches(corpus.descriptions, options.batch // 2)
    for _ in range(options.sentence_passes):
        batches += in_batches(corpus.sentences, SENTENCE_BATCH)
    random.shuffle(batches)
    return batches


def in_batches(pairs: list[tuple[str, str]], size: int) -> list[list[tuple[str, str]]]:
    shuffled = random.sample(pairs, len(pairs))
    return [shuffled[start : start + size] for start in range(0, len(shuffled) - size // 4, size)]


def train(model, base, encode, corpus: Corpus, label_vectors, batches, options: argparse.Namespace) -> None:
    position = {key: row for row, key in enumerate(corpus.labels)}
    names = set(corpus.names)
    optimiser = torch.optim.AdamW(model.parameters(), lr=options.rate, weight_decay=WEIGHT_DECAY)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: warm_then_cosine(step, len(batches)))
    model.train()
    begun = time.time()
    for step, batch in enumerate(batches):
        left = [as_in_an_ad(text, options.wrapped) if (text, key) in names else text for text, key in batch]
        right = [name_of(text, key, corpus, options) if (text, key) in names else corpus.labels[key] for text, key in batch]
        rows = torch.tensor([position[key] for _, key in batch])
        vectors = embed(model, encode, left + right)
        contrast = contrastive_loss(vectors[: len(batch)], vectors[len(batch) :], rows, label_vectors[rows], options)
        with torch.no_grad():
            before = embed(base, encode, left[:DRIFT_SAMPLE])
        drift = (1 - (vectors[: len(before)] * before).sum(1)).mean()
        optimiser.zero_grad()
        (contrast + options.drift * drift).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        if step % 25 == 0:
            print(f"{step}/{len(batches)} loss {contrast.item():.3f} drift {drift.item():.3f} {time.time() - begun:.0f}s", flush=True)


def as_in_an_ad(name: str, share: float) -> str:
    wrapped = random.random() < share and len(name.split()) <= LONGEST_WRAPPED
    return random.choice(AD_PHRASES).format(name) if wrapped else name


def name_of(text: str, key: str, corpus: Corpus, options: argparse.Namespace) -> str:
    others = corpus.alternatives[key]
    return random.choice(others) if len(others) > 1 and random.random() < options.between_names else corpus.labels[key]


def warm_then_cosine(step: int, steps: int) -> float:
    return min(1, (step + 1) / (WARM_UP_SHARE * steps)) * 0.5 * (1 + math.cos(math.pi * min(1, step / steps)))


def contrastive_loss(left, right, rows, label_vectors, options: argparse.Namespace):
    """Each wording among all names of the batch and each name among all wordings; near-synonyms are no negatives."""
    same = ((label_vectors @ label_vectors.T) > options.same_meaning) | (rows[:, None] == rows[None])
    same.fill_diagonal_(False)
    scores = (left @ right.T * options.scale).masked_fill(same, -1e4)
    target = torch.arange(len(left))
    return (functional.cross_entropy(scores, target) + functional.cross_entropy(scores.T, target)) / 2


def embed(model, encode, texts):
    """Vectors of length 1, in the order of the texts. Texts of like length go together, which saves padding."""
    tokens = encode(texts)
    order = sorted(range(len(tokens)), key=lambda index: len(tokens[index]))
    size = max(64, len(tokens) // 4)
    parts = [order[start : start + size] for start in range(0, len(order), size)]
    vectors = torch.cat([embed_padded(model, [tokens[index] for index in part]) for part in parts])
    back = torch.empty(len(order), dtype=torch.long)
    back[torch.tensor(order)] = torch.arange(len(order))
    return vectors[back]


def embed_padded(model, tokens: list[list[int]]):
    """The mean of the last hidden state over the attention mask, as the app computes it."""
    ids = torch.zeros(len(tokens), max(map(len, tokens)), dtype=torch.long)
    mask = torch.zeros_like(ids)
    for row, own in enumerate(tokens):
        ids[row, : len(own)] = torch.tensor(own)
        mask[row, : len(own)] = 1
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = model(input_ids=ids, attention_mask=mask).last_hidden_state.float()
    return functional.normalize((hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True), dim=1)


@torch.no_grad()
def embed_all(model, encode, texts):
    starts = range(0, len(texts), 2048)
    return torch.cat([embed(model, encode, texts[start : start + 2048]) for start in starts])


if __name__ == "__main__":
    main()
