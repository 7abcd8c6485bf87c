import { useState } from 'react'
import { issueWays, type RegisterQuestion } from '../../../shared/api/forms.ts'
import { call } from '../../api/client.ts'
import { useSession } from '../../app/session.tsx'
import { sentenceOf } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateBox } from '../../ui/DateBox.tsx'
import { FilterBox } from '../../ui/FilterBox.tsx'
import { optionsOf, SelectBox } from '../../ui/SelectBox.tsx'
import { useSay } from '../../ui/Snackbar.tsx'

interface Props {
  readonly question: RegisterQuestion
  readonly actors: readonly string[]
  onChange(question: RegisterQuestion): void
}

const isWay = (name: string | null): name is keyof typeof issueWays => name !== null && Object.hasOwn(issueWays, name)
const isDay = (typed: string | null): typed is string => typed !== null && /^\d{4}-\d{2}-\d{2}$/.test(typed)

/** 时间, 使用人, 方式, 文字: what is left empty does not narrow. */
export function RegisterFilter({ question, actors, onChange }: Props) {
  const { today } = useSession()
  const [days, setDays] = useState<{ readonly from: string | null; readonly until: string | null }>({ from: null, until: null })
  const [search, setSearch] = useState('')
  const narrow = (part: { [K in keyof RegisterQuestion]: RegisterQuestion[K] | null }) => {
    const next = Object.entries({ ...question, ...part }).filter(([, value]) => value !== null && value !== undefined && value !== '')
    onChange(Object.fromEntries(next))
  }
  const setDay = (end: 'from' | 'until') => (typed: string | null) => {
    setDays({ ...days, [end]: typed })
    if (typed === null || isDay(typed)) narrow({ [end]: typed })
  }
  return (
    <div className="form-register-filter" role="search">
      <DateBox label="从" value={days.from} today={today} onChange={setDay('from')} />
      <span className="ink-3">至</span>
      <DateBox label="至" value={days.until} today={today} onChange={setDay('until')} />
      <SelectBox
        label="使用人"
        none="全部使用人"
        value={question.actor ?? null}
        options={actors.map(name => ({ value: name, label: name }))}
        onChange={actor => narrow({ actor })}
      />
      <SelectBox
        label="方式"
        none="全部方式"
        value={question.way ?? null}
        options={optionsOf(issueWays)}
        onChange={way => narrow({ way: isWay(way) ? way : null })}
      />
      <FilterBox
        width={200}
        placeholder="找表名、单位、文件"
        value={search}
        onChange={typed => {
          setSearch(typed)
          narrow({ search: typed.trim() })
        }}
      />
      <span className="space" />
      <Export question={question} today={today} />
    </div>
  )
}

function Export({ question, today }: { readonly question: RegisterQuestion; readonly today: string }) {
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    try {
      const file = await call('shell.chooseSave', { kind: 'workbook', name: `打印与导出登记 ${today}.xlsx` })
      if (!file) return
      const { rows } = await call('forms.exportRegister', { ...question, file: file.token })
      say(`已导出 ${rows} 行到“${file.name}”，导出也记了一行`)
    } catch (cause) {
      say(sentenceOf(cause))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button small icon="download" disabled={busy} onClick={() => void run()}>
      导出 Excel
    </Button>
  )
}
