/** Names in whose midst a name is looked at; with half or twice as many the search is as good. */
export const NEIGHBOURS = 10;

/**
 * How near a name stands to others: the mean of its cosines with the {@link NEIGHBOURS} other names that come nearest.
 * A name in a crowd is near to everything that is near to the crowd; taking a share of this off lets the name that is
 * meant stand out (cross-domain similarity local scaling, Conneau et al. 2018, arXiv 1710.04087).
 *
 * @param cosines Of the name with all names, itself among them.
 * @param self Its place.
 * @returns Nought where there is no other name.
 */
export function crowdingOf(cosines: ArrayLike<number>, self: number): number {
  // The nearest so far, the least near of them first.
  const nearest: number[] = [];
  for (let other = 0; other < cosines.length; other += 1) {
    const cosine = cosines[other] ?? 0;
    if (other === self || (nearest.length === NEIGHBOURS && cosine <= (nearest[0] ?? 0))) continue;
    if (nearest.length === NEIGHBOURS) nearest.shift();
    let place = 0;
    while (place < nearest.length && (nearest[place] ?? 0) < cosine) place += 1;
    nearest.splice(place, 0, cosine);
  }
  return nearest.length === 0 ? 0 : nearest.reduce((sum, cosine) => sum + cosine, 0) / nearest.length;
}
