import { useState } from 'react'
import { type HandedOut, type OwnImport, ownImports } from '../../../shared/api/import.ts'
import { call } from '../../api/client.ts'
import { useSession } from '../../app/session.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { useSay } from '../../ui/Snackbar.tsx'
import { type Counts, useCounts } from './counts.ts'
import './start.css'

interface Step {
  readonly kind: Exclude<OwnImport, HandedOut>
  readonly title: string
  readonly note: string
  readonly unit: string
  countOf(counts: Counts): number
}

const steps: readonly Step[] = [
  { kind: 'organizations', title: '导入党组织', note: '党委、总支、支部和它们的上下级。用现成的党组织名册。', unit: '个', countOf: c => c.organizations },
  { kind: 'people', title: '导入花名册', note: '党员按所在党支部归位。用现成的党员花名册，表头认不准可以改。', unit: '人', countOf: c => c.people },
  { kind: 'study', title: '导入学时', note: '培训班、党课、签到表。按身份号码认人，按指标算达标。', unit: '次活动', countOf: c => c.activities },
]

/** An empty office's first page: three imports, in the order in which each needs the one before. */
export function StartPage() {
  const { office, mayWrite } = useSession()
  const counts = useCounts()
  const next = counts ? steps.find(step => step.countOf(counts) === 0) : undefined
  return (
    <div className="page scroll">
      <PageHead
        title="起步"
        sub={`${office}。导入三张表，看板就有数。`}
        actions={
          counts &&
          !next && (
            <Button kind="primary" icon="go" href="#/study">
              看学时
            </Button>
          )
        }
      />
      <Card className="start">
        {steps.map((step, i) => (
          <StepRow key={step.kind} step={step} number={i + 1} count={counts && step.countOf(counts)} isNext={step === next} mayWrite={mayWrite} />
        ))}
      </Card>
      <p className="t12 ink-3" style={{ marginTop: 12 }}>
        认表头、查重、核身份号码都在写入之前；一行有误，默认一行不写。也可以不导入，直接到各页逐条登记。
      </p>
    </div>
  )
}

function StepRow({
  step,
  number,
  count,
  isNext,
  mayWrite,
}: {
  readonly step: Step
  readonly number: number
  readonly count: number | undefined
  readonly isNext: boolean
  readonly mayWrite: boolean
}) {
  const say = useSay()
  const [error, setError] = useState<unknown>(null)
  const done = count !== undefined && count > 0
  const take = async () => {
    setError(null)
    try {
      const file = await call('shell.chooseSave', { kind: 'workbook', name: `${ownImports[step.kind]}模板.xlsx` })
      if (!file) return
      await call('import.template', { kind: step.kind, save: file.token })
      say(`已写出“${file.name}”，发给支部填好后导入`)
    } catch (cause) {
      setError(cause)
    }
  }
  return (
    <section className={`start-step ${done ? 'done' : isNext ? 'on' : ''}`} aria-label={step.title}>
      <i>{done ? <Icon name="check" /> : number}</i>
      <div>
        <h2>{step.title}</h2>
        <p>{step.note}</p>
        <ErrorBanner error={error} />
      </div>
      <span className="count">
        {count !== undefined && (
          <>
            <b>{count}</b> {step.unit}
          </>
        )}
      </span>
      {mayWrite && (
        <div className="start-acts">
          <Button kind="text" icon="download" onClick={() => void take()}>
            领取空白模板
          </Button>
          <Button kind={isNext ? 'primary' : 'plain'} icon="upload" href={`#/import/${step.kind}`}>
            {step.title}
          </Button>
        </div>
      )}
    </section>
  )
}
