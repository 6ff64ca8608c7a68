/** Splits where the separator stands outside of brackets. */
export function splitOutside(text: string, separator: RegExp): readonly string[] {
  const hidden: string[] = [];
  const masked = text.replace(
    /[([][^()[\]]*[)\]]/gu,
    (inside) => `\uE000${String.fromCodePoint(0xe100 + hidden.push(inside) - 1)}`,
  );
  return masked
    .split(separator)
    .map((part) => part.replace(/\uE000(.)/gu, (_, sign: string) => hidden[(sign.codePointAt(0) ?? 0) - 0xe100] ?? ''));
}
