import { useMemo, useState } from 'react'
import type { Activity } from '../../shared/domain/activity.ts'
import { ErrorBanner } from '../ui/Banner.tsx'
import type { Column } from '../ui/columns.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { ToggleChip } from '../ui/FilterChip.tsx'
import { TextBox } from '../ui/TextBox.tsx'
import { StateChip } from './attendance-columns.tsx'
import type { MatchedName } from './match-names.ts'
import { readNames } from './paste-names.ts'
import { outcomes, PastedPerson, PastedResult } from './PastedPerson.tsx'
import { expectedOf, type Match, newLine, type RollLine } from './roll.ts'
import { useMatched } from './use-matched.ts'

interface Props {
  readonly activity: Activity
  readonly lines: readonly RollLine[]
  /** What was on the clipboard. */
  readonly initial: string
  onAdd(pasted: readonly { readonly line: RollLine; readonly said: boolean }[]): void
  onClose(): void
}

type Outcome = MatchedName['outcome']
interface Row extends MatchedName {
  readonly key: string
  readonly chosen: Match | undefined
}

/** 粘贴名单: who of a pasted block is matched, who can be several people, and who is not on file; settled in place. */
export function PasteDialog({ activity, lines, initial, onAdd, onClose }: Props) {
  const [text, setText] = useState(initial)
  const [picks, setPicks] = useState<ReadonlyMap<string, Match | null>>(new Map())
  const [only, setOnly] = useState<Outcome>()
  const [current, setCurrent] = useState(-1)
  const pasted = useMemo(() => readNames(text), [text])
  const { matched, error } = useMatched(pasted, activity.organizationId)
  const here = useMemo(() => new Set(lines.filter(l => !l.removed).map(l => l.personId)), [lines])
  const rows: readonly Row[] = useMemo(
    () =>
      matched.map((m, i) => {
        const key = `${i} ${m.pasted.text}`
        const pick = picks.get(key)
        return { ...m, key, chosen: pick === null ? undefined : (pick ?? (m.outcome === 'one' ? m.candidates[0] : undefined)) }
      }),
    [matched, picks],
  )
  const settled = rows.filter(r => r.chosen)
  const ready = uniqueOf(settled)
  const open = rows.length - settled.length
  const fresh = ready.filter(r => r.chosen && !here.has(r.chosen.id)).length
  const told = ready.filter(r => r.chosen && here.has(r.chosen.id) && saysMore(r)).length
  const shown = only ? rows.filter(r => r.outcome === only) : rows
  const choose = (key: string, match: Match | null) => setPicks(new Map([...picks, [key, match]]))
  const columns: readonly Column<Row>[] = [
    { key: 'text', head: '贴入', width: 128, cell: r => <b>{r.pasted.text}</b> },
    {
      key: 'who',
      head: '对应的人',
      width: 272,
      grow: true,
      cell: r => <PastedPerson name={r} chosen={r.chosen} here={here} onChoose={match => choose(r.key, match)} />,
    },
    { key: 'state', head: '出勤', width: 80, cell: r => <StateChip state={r.pasted.state ?? 'present'} /> },
    { key: 'outcome', head: '结果', width: 148, cell: r => <PastedResult name={r} chosen={r.chosen} here={here} /> },
  ]
  const add = () =>
    onAdd(
      ready.flatMap(({ pasted: p, chosen }) =>
        chosen
          ? [
              {
                line: { ...newLine(expectedOf(chosen), p.state ?? 'present', p.hours ?? activity.hours), reason: p.reason ?? '' },
                said: saysMore({ pasted: p }),
              },
            ]
          : [],
      ),
    )
  return (
    <Dialog
      open
      size={720}
      title="粘贴名单"
      sub="从 Excel 或 WPS 复制姓名、身份号码；带“出勤”“学时”“缺席原因”列也认。"
      onClose={onClose}
      note={open > 0 ? `${open} 行没有对上，不加入` : undefined}
      primary={{ label: verbOf(fresh, told), disabled: fresh + told === 0, perform: add }}
    >
      <ErrorBanner error={error} />
      <Field label="名单">
        <TextBox
          value={text}
          lines={initial === '' ? 3 : 1}
          autoFocus={initial === ''}
          placeholder={'张三\t出勤\n李四\t请假'}
          onChange={next => (setText(next), setPicks(new Map()), setOnly(undefined))}
        />
      </Field>
      {rows.length > 0 && (
        <>
          <div className="tools paste-counts">
            <ToggleChip label="全部" count={rows.length} on={only === undefined} onToggle={() => setOnly(undefined)} />
            {(['one', 'several', 'none'] as const).map(o => (
              <ToggleChip
                key={o}
                label={outcomes[o]}
                count={rows.filter(r => r.outcome === o).length}
                on={only === o}
                onToggle={() => setOnly(only === o ? undefined : o)}
              />
            ))}
          </div>
          <div className="paste-rows">
            <DataTable
              label="贴入的人"
              columns={columns}
              pinned={0}
              count={shown.length}
              rowAt={i => shown[i]}
              idOf={r => r.key}
              footless
              current={current}
              onCurrent={setCurrent}
              toneOf={r => (r.chosen || picks.get(r.key) === null ? undefined : 'bad')}
            />
          </div>
        </>
      )}
      {text.trim() !== '' && pasted.length === 0 && (
        <p className="t13 tone-short" role="alert">
          没有认出姓名或身份号码。每行一个人，或用顿号隔开。
        </p>
      )}
    </Dialog>
  )
}

/** Does the block say anything of the person but the name? */
const saysMore = ({ pasted }: Pick<Row, 'pasted'>): boolean => pasted.state !== null || pasted.hours !== null || pasted.reason !== null

/** 加入 2 人，改 1 人: who stands on the list already is not added again. */
function verbOf(fresh: number, told: number): string {
  const parts = [fresh > 0 ? `加入 ${fresh} 人` : '', told > 0 ? `改 ${told} 人` : ''].filter(Boolean)
  return parts.length > 0 ? parts.join('，') : '加入'
}

/** The same person pasted twice stands once; what was said last holds. */
function uniqueOf(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map(r => [r.chosen?.id ?? r.key, r])).values()]
}
