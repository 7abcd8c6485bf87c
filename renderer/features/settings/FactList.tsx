/** Labels with what stands behind them, one to a line. */
export const FactList = ({ label, of }: { readonly label?: string; readonly of: readonly (readonly [string, string])[] }) => (
  <dl className="settings-facts" aria-label={label}>
    {of.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
