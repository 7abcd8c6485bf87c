import { type ReactNode, useEffect } from 'react'
import { type FormName, formNames } from '../../../shared/api/forms.ts'
import type { Form } from '../../../shared/forms/form.ts'
import { forms } from '../../../shared/forms/index.ts'
import type { SecretClass } from '../../../shared/records/secrecy.ts'
import { call } from '../../api/client.ts'
import { useQuery } from '../../api/hooks.ts'
import { cancelJob, useJob } from '../../app/jobs.tsx'
import { useKept } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import type { RecordName } from '../../../shared/domain/index.ts'
import type { Way } from '../../forms/issue.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { JobPanel, useLasting } from '../../ui/JobPanel.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import type { Picked } from '../../ui/PickBox.tsx'
import { type Asking, fileName, isFormName, paramsOf } from './asking.ts'
import { FormList } from './FormList.tsx'
import { FormOptions } from './FormOptions.tsx'
import { PreviewCard } from './PreviewCard.tsx'
import { useFormPreview } from './use-form-preview.ts'
import { type Issue, useIssue } from './use-issue.ts'

interface Props {
  readonly query: URLSearchParams
  readonly choice: ReactNode
}

const fresh: Asking = {
  people: 'all',
  some: [],
  activity: null,
  meeting: null,
  quota: null,
  case: null,
  startsOn: null,
  of: 'round',
  round: null,
  ballot: null,
  copies: 'one',
  summary: false,
  month: null,
  blankRows: null,
  watermark: true,
}

/** Forms of single records are beside them; those of 监督资料 are for who was granted these. */
const offered = ({ of, secret }: Pick<Form, 'of' | 'secret'>, grants: readonly SecretClass[]): boolean =>
  of === undefined && (secret === undefined || grants.includes(secret))

/** A form, what it is made of, and how it will look; then to paper, PDF, Word or Excel. */
export function PrintTab({ query, choice }: Props) {
  const scope = useScope()
  const { grants } = useSession()
  const wanted = query.get('form')
  const [form, setForm] = useKept<FormName>('form', isFormName(wanted) ? wanted : formNames[0])
  const [asking, setAsking] = useKept<Asking>('asking', fresh)
  const list = useQuery('forms.list', {})
  const known = list.data?.find(({ name }) => name === form)
  const wantsShort = form === 'studyArchive' && asking.people === 'short'
  const short = useQuery(
    'quota.people',
    { quota: 'study-hours', year: scope.year, organizationId: scope.organizationId, states: ['near', 'short'] },
    { enabled: wantsShort, keep: false },
  )
  const shortIds = wantsShort ? short.data?.people.map(p => p.personId) : undefined
  const asked = paramsOf(form, asking, scope, shortIds)
  const answer = useFormPreview(form, asked)
  const issue = useIssue()
  useNamed(query, asking, setAsking)

  const ready = asked.ready && !issue.busy && !answer.error && answer.reply !== undefined
  const start = (way: Way) => {
    if (asked.ready && ready) void issue.start(way, form, asked.params, fileName(form, asking, scope))
  }
  useActions([{ name: `打印${forms[form].label}`, keys: 'Ctrl P', command: 'forms', typing: true, when: () => ready, perform: () => start('print') }])

  const select = (name: FormName) => {
    issue.clear()
    setForm(name)
  }
  return (
    <div className="page">
      <PageHead
        title="打印与导出"
        sub={forms[form].label}
        actions={
          <>
            {choice}
            {known?.docx && (
              <Button icon="edit" disabled={!ready} onClick={() => start('docx')}>
                存为 Word
              </Button>
            )}
            {known?.xlsx && (
              <Button icon="table" disabled={!ready} onClick={() => start('xlsx')}>
                存为 Excel
              </Button>
            )}
            <Button icon="download" disabled={!ready} onClick={() => start('pdf')}>
              存为 PDF
            </Button>
            <Button kind="primary" icon="print" keys="Ctrl P" disabled={!ready} onClick={() => start('print')}>
              打印
            </Button>
          </>
        }
      />
      <Outcome issue={issue} />
      {Boolean(list.error ?? short.error) && (
        <div className="form-gap">
          <ErrorBanner error={list.error ?? short.error} />
        </div>
      )}
      <div className="form-work">
        <FormList forms={(list.data ?? []).filter(({ name }) => offered(forms[name], grants))} current={form} onCurrent={select} />
        <FormOptions form={form} asking={asking} shortCount={shortIds?.length} onChange={change => setAsking({ ...asking, ...change })} />
        <PreviewCard form={form} asked={asked} answer={answer} />
      </div>
    </div>
  )
}

/** Progress while it works, then what came of it. */
function Outcome({ issue }: { readonly issue: Issue }) {
  const { job, busy, done, error } = issue
  const progress = useJob(job)
  const lasting = useLasting(busy && progress !== undefined)
  if (lasting && progress && job)
    return (
      <div className="form-gap form-progress">
        <JobPanel job={progress} onCancel={() => cancelJob(job)} />
      </div>
    )
  if (error)
    return (
      <div className="form-gap">
        <ErrorBanner
          error={error}
          action={
            <Button small onClick={issue.clear}>
              关闭
            </Button>
          }
        />
      </div>
    )
  if (!done) return null
  const { file } = done
  return (
    <div className="form-gap">
      <Banner
        kind="info"
        icon="check"
        action={
          file ? (
            <Button small icon="folder" onClick={() => void call('shell.reveal', { token: file }).catch(() => {})}>
              在文件夹中显示
            </Button>
          ) : (
            <Button small onClick={issue.clear}>
              关闭
            </Button>
          )
        }
      >
        {done.says}
      </Banner>
    </div>
  )
}

/** What the address names, once: other pages send people, activities, meetings and ballots here. */
function useNamed(query: URLSearchParams, asking: Asking, setAsking: (asking: Asking) => void) {
  const [named, setNamed] = useKept('named', false)
  const wanted = query.toString()
  useEffect(() => {
    const asked = new URLSearchParams(wanted)
    if (named || !nameable.some(key => asked.get(key))) return
    setNamed(true)
    void look(asked)
      .then(found => setAsking({ ...asking, ...found }))
      .catch(() => undefined)
  }, [named, setNamed, asking, setAsking, wanted])
}

const nameable = ['activity', 'meeting', 'case', 'round', 'ballot', 'people'] as const

async function look(asked: URLSearchParams): Promise<Partial<Asking>> {
  const named = async (type: RecordName, id: string): Promise<Picked> => {
    const { record } = await call('records.get', { type, id })
    return { id, title: String(record['name'] ?? '') }
  }
  const found = asked.get('case')
  if (found) return { case: await named('procedureCase', found) }
  const [activity, meeting, round, ballot] = [asked.get('activity'), asked.get('meeting'), asked.get('round'), asked.get('ballot')]
  if (activity) return { activity: await named('activity', activity) }
  if (meeting) return { meeting: await named('activity', meeting) }
  if (round) return { of: 'round', round: await named('ballotRound', round) }
  if (ballot) return { of: 'ballot', ballot: await named('ballot', ballot) }
  const people = asked.get('people')?.split(',').filter(Boolean) ?? []
  return { people: 'some', some: await Promise.all(people.map(id => named('person', id))) }
}
