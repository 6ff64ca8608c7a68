// What the page's scripts find when they start, before the tests put anything there.
globalThis.foundByPage = Object.getOwnPropertyNames(globalThis);
