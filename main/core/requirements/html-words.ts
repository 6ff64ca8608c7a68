/** The words of HTML as lines; markup is never kept. */
export function wordsOf(html: string): string {
  return html
    .replace(/<(?:script|style)\b[\s\S]*?<\/(?:script|style)>/giu, ' ')
    .replace(/<li\b[^>]*>/giu, '\n- ')
    .replace(/<\/?(?:p|div|br|ul|ol|h[1-6]|li)\b[^>]*>/giu, '\n')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/&(?:nbsp|#160);/gu, ' ')
    .replace(/&(?:lt|gt|quot|#39|apos);/gu, ' ')
    .replace(/&amp;/gu, '&')
    .replace(/[ \t]+/gu, ' ')
    .trim();
}
