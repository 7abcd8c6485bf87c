import { useState } from 'react'
import type { Cadre } from '../../../shared/domain/cadre.ts'
import { writtenPeriods } from '../../../shared/rules/cadre-findings.ts'
import { resumeFindings } from '../../../shared/rules/resume.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { dotted } from './cadre-words.ts'
import { LinesDialog } from './LinesDialog.tsx'
import { PasteResume } from './PasteResume.tsx'
import type { WholeCadre } from './use-cadre.ts'

interface Props {
  readonly whole: WholeCadre
  readonly record: Cadre
}

/** 简历 from the first period to the one that goes on; what does not join is said between the two. */
export function ResumeTab({ whole, record }: Props) {
  const { mayWrite } = useSession()
  const [editing, setEditing] = useState(false)
  const { resume, person } = whole
  const { today } = useScope()
  const undated = resume.filter(({ since }) => since === null).length
  const findings = resumeFindings(writtenPeriods(resume), today.slice(0, 7))
  const edit = mayWrite && (
    <Button small icon="edit" onClick={() => setEditing(true)}>
      {resume.length === 0 ? '登记简历' : '修改'}
    </Button>
  )
  return (
    <Card fill title="简历" note={resume.length > 0 ? `${resume.length} 段` : ''} actions={resume.length > 0 && edit}>
      {resume.length === 0 ? (
        <EmptyState icon="clock" title={`还没有${person.name}的简历`} action={edit}>
          从大学或参加工作起逐段登记，首尾相接。
        </EmptyState>
      ) : (
        <ol className="cadre-resume">
          {resume.map((period, i) => {
            const broken = findings.filter(({ at }) => at === i - undated)
            const [what = '', ...during] = period.content.split('\n')
            return (
              <li key={period.number}>
                <span className="cadre-when">
                  {dotted(period.since)}
                  <span className="ink-3">--</span>
                  {period.until === null ? <span className="ink-3">至今</span> : dotted(period.until)}
                </span>
                <span className={period.until === null ? 'cadre-node now' : 'cadre-node'} aria-hidden />
                <div>
                  <b>{what}</b>
                  {during.map(line => (
                    <p key={line} className="t12 ink-3">
                      {line}
                    </p>
                  ))}
                  {broken.map(({ message }) => (
                    <p key={message} className="cadre-gap">
                      <Icon name="short" size={12} />
                      {message}
                    </p>
                  ))}
                </div>
              </li>
            )
          })}
        </ol>
      )}
      {editing && (
        <LinesDialog
          lines="resume"
          record={record}
          name={person.name}
          kept={resume}
          tools={fill => <PasteResume onFill={fill} />}
          onClose={() => setEditing(false)}
        />
      )}
    </Card>
  )
}
