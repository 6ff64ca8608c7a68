/** Steps from a node to others. */
export type Steps = ReadonlyMap<number, readonly number[]>;

/**
 * The steps without those that stand in a circle. Who goes round a circle of "broader" comes from the narrower to the
 * broader and back, so that its steps contradict one another and none of them says which of two is the broader one; a
 * step that leads into a circle or out of it stays.
 *
 * A step stands in a circle where both its ends are in one strongly connected component (R. Tarjan, Depth-first search
 * and linear graph algorithms, 1972; here without recursion, since a taxonomy may be deep).
 */
export function withoutCircles(steps: Steps): Steps {
  const component = componentsOf(steps);
  const kept = new Map<number, readonly number[]>();
  for (const [from, all] of steps) {
    const straight = all.filter((to) => component.get(to) !== component.get(from));
    if (straight.length > 0) kept.set(from, straight);
  }
  return kept;
}

interface Visit {
  readonly node: number;
  next: number;
}

/** @returns Of each node the number of its component. */
function componentsOf(steps: Steps): ReadonlyMap<number, number> {
  const component = new Map<number, number>();
  const order = new Map<number, number>();
  /** The earliest node on the stack that is reached from this one. */
  const low = new Map<number, number>();
  const stack: number[] = [];
  const enter = (node: number): Visit => {
    order.set(node, order.size);
    low.set(node, order.size - 1);
    stack.push(node);
    return { node, next: 0 };
  };
  const lower = (node: number, to: number | undefined) => {
    if (to !== undefined && to < (low.get(node) ?? to)) low.set(node, to);
  };
  for (const start of steps.keys()) {
    if (order.has(start)) continue;
    const path = [enter(start)];
    for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
      const to = steps.get(here.node)?.[here.next];
      here.next += 1;
      if (to !== undefined) {
        if (!order.has(to)) path.push(enter(to));
        // Once its component is known, a node is on the stack no more.
        else if (!component.has(to)) lower(here.node, order.get(to));
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before !== undefined) lower(before.node, low.get(here.node));
      if (low.get(here.node) !== order.get(here.node)) continue;
      const members = stack.splice(stack.lastIndexOf(here.node));
      for (const member of members) component.set(member, here.node);
    }
  }
  return component;
}
