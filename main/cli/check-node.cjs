// Plain CommonJS without modern syntax: it has to run, and speak clearly, on the old Node that it refuses.
// better-sqlite3's prebuilt binaries crash the process on Node before 22.14.
var version = process.versions.node.split('.').map(Number);
if (version[0] < 22 || (version[0] === 22 && version[1] < 14)) {
  console.error(
    'Tessera needs Node 22.14 or newer, and this is ' +
      process.versions.node +
      '. `npm ci` installs a fitting Node beside the other packages: start Tessera through `npm run`, or allow the ' +
      'install script of the package "node" and run `npm ci` again.',
  );
  process.exit(2);
}
