import './fingerprint.css';

/** A SHA-256 in groups of four, so that two people can compare it over the telephone. */
export function Fingerprint({ hex }: { readonly hex: string }) {
  const groups = hex.match(/.{1,4}/g) ?? [];
  return (
    <span className="fingerprint code">
      {groups.map((group, index) => (
        <span key={index}>{`${group} `}</span>
      ))}
    </span>
  );
}
