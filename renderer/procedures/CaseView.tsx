import { type ReactNode, useState } from 'react'
import { procedureNames } from '../../shared/domain/procedure-case.ts'
import { forms } from '../../shared/forms/index.ts'
import { procedures } from '../../shared/procedures/index.ts'
import { addDays } from '../../shared/rules/days.ts'
import { useParametersOn } from '../app/parameters.ts'
import { useKept, useSpot } from '../app/router.ts'
import { useScope } from '../app/scope.tsx'
import { useSession } from '../app/session.tsx'
import { useActions } from '../app/shortcuts.ts'
import { useSayDone } from '../app/undo.ts'
import { FormMenu } from '../forms/FormMenu.tsx'
import { Banner, ErrorBanner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useNarrow, WithPanel } from '../ui/SidePanel.tsx'
import { CaseOver, type Over } from './CaseOver.tsx'
import { CaseSide } from './CaseSide.tsx'
import { CourseCard } from './CourseCard.tsx'
import { EarlierCard } from './EarlierCard.tsx'
import { Rail } from './Rail.tsx'
import { StepCard } from './StepCard.tsx'
import type { CaseData } from './use-case.ts'
import { WholeFile } from './WholeFile.tsx'
import { type StepShown, stepToTake } from './words.ts'
import './cases.css'

/** What a procedure has on its page besides what every case has. */
interface More {
  /** Under the name, after the procedure. */
  readonly sub?: readonly (string | null)[]
  readonly actions?: ReactNode
  /** At the head of the panel beside the steps. */
  readonly side?: ReactNode
  /** Under the chosen step, in place of the course of the case. */
  below?(step: StepShown): ReactNode
}

interface Props extends More {
  readonly data: CaseData
  /** The step to begin with. */
  readonly asked: string | null
}

/** The page of a case that could not be read. */
export const CaseMissing = ({ error }: { readonly error: Error | null }) => {
  const [, board = ''] = useSpot().path.split('/')
  return (
    <div className="page" style={{ paddingTop: 16 }}>
      <ErrorBanner
        error={error}
        action={
          <Button small href={`#/${board}`}>
            回到卷宗列表
          </Button>
        }
      />
    </div>
  )
}

/** One case: its steps, what was done of each, and whom it is about. */
export function CaseView({ data, asked, sub = [], actions, side, below }: Props) {
  const { today } = useScope()
  const { mayWrite } = useSession()
  const done = useSayDone()
  const narrow = useNarrow()
  const parameter = useParametersOn(today)
  const { record, steps } = data
  const recordForm = procedures[record.procedure].record ?? 'caseRecord'
  const [chosen, setChosen] = useKept('step', steps.some(({ key }) => key === asked) && asked !== null ? asked : stepToTake(steps))
  const [panel, setPanel] = useState(false)
  /** The record that is being changed; `new` for one more. */
  const [editing, setEditing] = useState<string>()
  const [dirty, setDirty] = useState(false)
  const [leaving, setLeaving] = useState<string>()
  const [over, setOver] = useState<Over>()
  const step = steps.find(({ key }) => key === chosen) ?? steps[0]
  const closed = record.closedOn !== null
  const editable = mayWrite && !closed && record.voidedAt === null
  const stop = () => {
    setEditing(undefined)
    setDirty(false)
  }
  const choose = (key: string) => {
    if (key === step?.key) return
    if (dirty) return setLeaving(key)
    stop()
    setChosen(key)
  }
  const begin = () => editable && editing === undefined && step && step.state !== 'off' && setEditing('new')
  useActions([
    { name: '登记这一步', keys: 'N', command: 'new', when: () => editable && editing === undefined && over === undefined, perform: () => begin() },
    { name: '记一条办理日志', keys: 'J', when: () => mayWrite && editing === undefined && over === undefined, perform: () => setOver({ what: 'note' }) },
    { name: '打开或收起右栏', keys: 'I', when: () => narrow && over === undefined, perform: () => setPanel(!panel) },
  ])
  if (!step) return null
  return (
    <div className="page case-page">
      <PageHead
        title={record.name}
        sub={[procedureNames[record.procedure], ...sub, data.organization, closed ? record.outcome : data.phase, `立卷 ${record.openedOn}`]
          .filter(Boolean)
          .join(' · ')}
        actions={
          <>
            {narrow && (
              <Button icon="user" keys="I" onClick={() => setPanel(!panel)}>
                {panel ? '收起资料' : '资料和日志'}
              </Button>
            )}
            {record.voidedAt === null && (
              <FormMenu form={recordForm} params={{ caseIds: [record.id] }} name={`${forms[recordForm].label}（${record.name}）`} label="纪实表" />
            )}
            {record.voidedAt === null && (
              <FormMenu form="caseMaterials" params={{ caseIds: [record.id] }} name={`材料清单（${record.name}）`} label="材料清单" />
            )}
            {record.voidedAt === null && (
              <WholeFile procedure={record.procedure} caseIds={[record.id]} name={record.name} disabled={editing !== undefined || over !== undefined} />
            )}
            {actions}
            {mayWrite && record.voidedAt === null && (
              <Button icon="chat" keys="J" onClick={() => setOver({ what: 'note' })}>
                记日志
              </Button>
            )}
            {editable && editing === undefined && (
              <Button kind="primary" icon="plus" keys="N" disabled={step.state === 'off'} onClick={begin}>
                登记这一步
              </Button>
            )}
          </>
        }
      />
      <Notices data={data} mayWrite={mayWrite} onOver={setOver} />
      <WithPanel
        open={!narrow || panel}
        width={narrow ? 296 : 272}
        label="资料和日志"
        onClose={() => setPanel(false)}
        panel={
          <>
            {side}
            <CaseSide data={data} editable={mayWrite && record.voidedAt === null} onOver={setOver} />
          </>
        }
      >
        <div className="case-columns">
          <Rail steps={steps} chosen={step.key} today={today} soon={addDays(today, parameter('due.warnDays', 0))} onChoose={choose} onRecord={begin} />
          <div className={below ? 'case-middle scrolls' : 'case-middle'}>
            <StepCard
              data={data}
              step={step}
              editable={editable}
              editing={editing}
              onEdit={setEditing}
              onDirty={setDirty}
              onOver={setOver}
              onDone={text => {
                stop()
                done(text)
                document.querySelector<HTMLElement>('.case-rail [role=listbox]')?.focus({ preventScroll: true })
              }}
              onStop={stop}
            />
            <EarlierCard data={data} step={step} editable={editable} onOver={setOver} />
            {editing === undefined && (below ? below(step) : <CourseCard data={data} chosen={step.key} onChoose={choose} />)}
          </div>
        </div>
      </WithPanel>
      <CaseOver data={data} over={over} onDone={done} onClose={() => setOver(undefined)} />
      <ConfirmDialog
        open={leaving !== undefined}
        title="放弃填写的内容？"
        sub={`“${step.label}”还没有保存。`}
        verb="放弃"
        closeLabel="接着填"
        onClose={() => setLeaving(undefined)}
        onConfirm={() => {
          stop()
          if (leaving !== undefined) setChosen(leaving)
          setLeaving(undefined)
        }}
      />
    </div>
  )
}

/** What holds for the case as a whole: that it has ended, or does not count any more. */
function Notices({ data: { record }, mayWrite, onOver }: { readonly data: CaseData; readonly mayWrite: boolean; onOver(over: Over): void }) {
  const restore = mayWrite && (
    <Button small icon="undo" onClick={() => onOver({ what: 'restoreCase' })}>
      恢复
    </Button>
  )
  const reopen = mayWrite && (
    <Button small icon="undo" onClick={() => onOver({ what: 'reopen' })}>
      重新打开
    </Button>
  )
  if (record.voidedAt !== null)
    return (
      <div className="case-notices">
        <Banner kind="warn" icon="exempt" action={restore}>
          <b>这个卷宗已作废。</b>理由：{record.voidReason}。步骤和材料都保留，不在列表和待办中。
        </Banner>
      </div>
    )
  if (record.closedOn === null) return null
  return (
    <div className="case-notices">
      <Banner kind="info" icon="lock" action={reopen}>
        <b>
          {record.closedOn} 结束：{record.outcome}。
        </b>
        步骤和材料都可看；要补登记，先重新打开。
      </Banner>
    </div>
  )
}
