import type { BallotKindName } from '../../shared/domain/ballot-words.ts'
import { targetsFor } from '../../shared/schemes/targets.ts'
import { useQuery } from '../api/hooks.ts'
import { ErrorBanner } from '../ui/Banner.tsx'
import { Field } from '../ui/Field.tsx'
import { Link } from '../ui/Link.tsx'
import { SelectBox } from '../ui/SelectBox.tsx'

interface Props {
  readonly kind: BallotKindName
  readonly year: number
  readonly value: string | null
  onChange(schemeId: string | null): void
}

/** The schemes of the year by which a kind of ballot can be scored; where there is none, the way to one. */
export function SchemeBox({ kind, year, value, onChange }: Props) {
  const { data, error } = useQuery('scheme.list', { year })
  const targets = targetsFor(kind)
  const fitting = data?.filter(scheme => targets.includes(scheme.target)) ?? []
  const chosen = fitting.find(scheme => scheme.id === value)
  const help =
    data && fitting.length === 0 ? (
      <>
        {year} 年还没有可用的方案，先到<Link to="/schemes">考核方案</Link>里建
      </>
    ) : chosen && chosen.short > 0 ? (
      `方案还有 ${chosen.short} 处待完善，先到“考核方案”里补齐`
    ) : (
      '按方案的指标打分'
    )
  return (
    <>
      <ErrorBanner error={error} />
      <Field label="考核方案" required help={help}>
        <SelectBox
          value={chosen ? chosen.id : null}
          disabled={fitting.length === 0}
          options={fitting.map(({ id, name, items, full }) => ({ value: id, label: `${name}（${items} 项，满分 ${full}）` }))}
          onChange={onChange}
        />
      </Field>
    </>
  )
}
