import MuiTab from '@mui/material/Tab'
import MuiTabs from '@mui/material/Tabs'

interface Props<V extends string> {
  readonly label: string
  readonly value: V
  readonly tabs: readonly { readonly value: NoInfer<V>; readonly label: string; readonly count?: number | string | undefined }[]
  onChange(value: NoInfer<V>): void
}

/** Tabs with counts, 48 high, a red line under the one in view. ← → move. */
export function Tabs<V extends string>({ label, value, tabs, onChange }: Props<V>) {
  return (
    <MuiTabs value={value} aria-label={label} selectionFollowsFocus onChange={(_, next: V) => onChange(next)}>
      {tabs.map(tab => (
        <MuiTab
          key={tab.value}
          value={tab.value}
          label={
            <span className="row" style={{ gap: 6 }}>
              {tab.label}
              {tab.count !== undefined && <span className="tabs-count">{tab.count}</span>}
            </span>
          }
        />
      ))}
    </MuiTabs>
  )
}
