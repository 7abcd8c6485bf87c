import { issueWays, type RegisterQuestion } from '../../../shared/api/forms.ts'
import { call } from '../../api/client.ts'
import { narrowed } from '../../api/narrowed.ts'
import { useSession } from '../../app/session.tsx'
import { ExportLines } from '../../records/ExportLines.tsx'
import { LineFilter } from '../../ui/LineFilter.tsx'
import { optionsOf, SelectBox } from '../../ui/SelectBox.tsx'

interface Props {
  readonly question: RegisterQuestion
  readonly actors: readonly string[]
  onChange(question: RegisterQuestion): void
}

const isWay = (name: string | null): name is keyof typeof issueWays => name !== null && Object.hasOwn(issueWays, name)

/** 时间, 使用人, 方式, 文字: what is left empty does not narrow. */
export function RegisterFilter({ question, actors, onChange }: Props) {
  const { today } = useSession()
  const narrow = (part: Parameters<typeof narrowed<RegisterQuestion>>[1]) => onChange(narrowed(question, part))
  return (
    <LineFilter
      className="form-register-filter"
      today={today}
      actor={question.actor}
      actors={actors}
      placeholder="找表名、单位、文件"
      width={200}
      onNarrow={narrow}
      after={
        <>
          <span className="space" />
          <ExportLines name="打印与导出登记" write={file => call('forms.exportRegister', { ...question, file })} />
        </>
      }
    >
      <SelectBox
        label="方式"
        none="全部方式"
        value={question.way ?? null}
        options={optionsOf(issueWays)}
        onChange={way => narrow({ way: isWay(way) ? way : null })}
      />
    </LineFilter>
  )
}
