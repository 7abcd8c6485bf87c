import { useState } from 'react'
import { type LocalRequirement, localKinds, type ProcedureName } from '../../../shared/domain/procedure-case.ts'
import { boards } from '../../../shared/procedures/boards.ts'
import { fiveSystems } from '../../../shared/procedures/five-systems.ts'
import { localKey } from '../../../shared/procedures/in-force.ts'
import { procedures } from '../../../shared/procedures/index.ts'
import { materialCondition, stepCondition } from '../../../shared/procedures/said.ts'
import type { Step } from '../../../shared/procedures/procedure.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useSayDone } from '../../app/undo.ts'
import { VoidDialog } from '../../records/VoidDialog.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconAction } from '../../ui/IconAction.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { FiveSystemsDialog } from './FiveSystemsDialog.tsx'
import { RequirementDialog } from './RequirementDialog.tsx'
import { useSteps } from './use-steps.ts'
import '../../procedures/cases.css'

type Over = { readonly edit?: LocalRequirement; readonly after?: string } | 'five'

export const requirementsPage = (procedure: ProcedureName) => () => <Requirements procedure={procedure} />

/** 本单位要求: the national steps, which stay as they are, with what the office asks for besides. */
function Requirements({ procedure }: { readonly procedure: ProcedureName }) {
  const declared = procedures[procedure]
  const { today } = useScope()
  const { mayWrite } = useSession()
  const done = useSayDone()
  const { steps, local, error } = useSteps(procedure)
  const [over, setOver] = useState<Over>()
  const [taking, setTaking] = useState<LocalRequirement>()
  useActions([{ name: '增加本单位要求', keys: 'N', command: 'new', when: () => mayWrite && over === undefined, perform: () => setOver({}) }])
  return (
    <div className="page">
      <PageHead
        title="本单位要求"
        sub={`${declared.label}：国家规定的步骤锁定；本单位另加的步骤和材料排在其后，有依据、有起始日期。`}
        actions={
          <>
            <Button icon="folder" href={`#${boards[procedure].path}`}>
              卷宗列表
            </Button>
            {mayWrite && fiveSystems.procedure === procedure && (
              <Button icon="law" onClick={() => setOver('five')}>
                按“五项制度”添加
              </Button>
            )}
            {mayWrite && (
              <Button kind="primary" icon="plus" keys="N" onClick={() => setOver({})}>
                增加
              </Button>
            )}
          </>
        }
      />
      <ErrorBanner error={error} />
      <div className="case-requirements">
        <Card fill title="全部步骤" note={`${declared.rules.at(-1)?.source ?? ''}，本单位的标“本单位”`}>
          <div className="card-body">
            {declared.phases.map(phase => (
              <section key={phase} className="case-plan" aria-label={phase}>
                <h3>{phase}</h3>
                <ul>
                  {steps
                    .filter(step => step.phase === phase)
                    .map(step => (
                      <Planned
                        key={step.key}
                        step={step}
                        steps={steps}
                        own={local.find(({ id }) => localKey(id) === step.key)}
                        onAdd={mayWrite && step.local === undefined ? () => setOver({ after: step.key }) : undefined}
                      />
                    ))}
                </ul>
              </section>
            ))}
          </div>
        </Card>
        <Card fill title="本单位增加的" note={local.length > 0 ? `${local.length} 项` : ''}>
          <div className="card-body">
            {local.length === 0 && (
              <EmptyState icon="law" title="还没有本单位另加的要求。">
                本单位文件在国家规定之外另设的步骤（如民主测评）和材料，加在这里，卷宗里就会列出和提醒。
              </EmptyState>
            )}
            <ul className="case-own">
              {local.map(own => (
                <li key={own.id}>
                  <div className="row">
                    <b className="ellipsis" title={own.label}>
                      {own.label}
                    </b>
                    <span className="tag">{localKinds[own.kind]}</span>
                    {own.startsOn > today && <span className="tag">{own.startsOn} 起</span>}
                    <span className="space" />
                    {mayWrite && <IconAction icon="edit" size={14} title={`修改“${own.label}”`} onClick={() => setOver({ edit: own })} />}
                    {mayWrite && <IconAction icon="cross" size={14} title={`作废“${own.label}”`} onClick={() => setTaking(own)} />}
                  </div>
                  <p className="t13 ink-2">{where(own, steps)}</p>
                  <p className="clause">
                    {own.clause}，自 {own.startsOn}
                  </p>
                </li>
              ))}
            </ul>
          </div>
        </Card>
      </div>
      {over === 'five' && (
        <FiveSystemsDialog
          procedure={procedure}
          known={local}
          onClose={() => setOver(undefined)}
          onDone={added => {
            setOver(undefined)
            done(`已按“五项制度”增加 ${added} 项`)
          }}
        />
      )}
      {over !== undefined && over !== 'five' && (
        <RequirementDialog
          procedure={procedure}
          steps={steps.filter(step => step.local === undefined)}
          record={over.edit}
          after={over.after ?? null}
          onClose={() => setOver(undefined)}
          onDone={label => {
            setOver(undefined)
            done(`${over.edit ? '已改' : '已增加'}“${label}”`)
          }}
        />
      )}
      {taking && (
        <VoidDialog
          type="localRequirement"
          record={taking}
          title={`作废“${taking.label}”？`}
          sub={where(taking, steps)}
          consequences={[{ what: '卷宗', says: '在办的卷宗里不再列出；已经登记的办理情况保留，可恢复' }]}
          onDone={() => {
            setTaking(undefined)
            done(`已作废“${taking.label}”`)
          }}
          onClose={() => setTaking(undefined)}
        />
      )}
    </div>
  )
}

/** 在“确定为发展对象”之后，10 天内完成 */
function where({ kind, afterStep, withinDays, workingDays }: LocalRequirement, steps: readonly Step[]): string {
  const label = steps.find(({ key }) => key === afterStep)?.label ?? '细则里没有了的一步'
  const time = [withinDays === null ? '' : `${withinDays} 天内完成`, workingDays === null ? '' : `不少于 ${workingDays} 个工作日`].filter(Boolean)
  return [kind === 'step' ? `在“${label}”之后` : `“${label}”的材料`, ...time].join('，')
}

interface PlannedProps {
  readonly step: Step
  readonly steps: readonly Step[]
  readonly own: LocalRequirement | undefined
  readonly onAdd: (() => void) | undefined
}

function Planned({ step, steps, own, onAdd }: PlannedProps) {
  const { no, label, clause, materials = [], local } = step
  const condition = stepCondition(step, steps)
  return (
    <li className={local ? 'local' : ''}>
      <span className="no">{no}</span>
      <span className="what">
        <span className="row">
          {label}
          {local ? <span className="tag">本单位</span> : <Icon name="lock" size={12} title="国家规定，不能去掉或缩短" />}
        </span>
        {condition !== '' && <small className="when">{condition}</small>}
        {materials.length > 0 && (
          <small>
            {materials.map((material, i) => {
              const only = materialCondition(material, step)
              return (
                <span key={material.key}>
                  {i > 0 && '、'}
                  {material.label}
                  {only !== '' && <span className="when">（{only}）</span>}
                </span>
              )
            })}
          </small>
        )}
      </span>
      <span className="clause ellipsis" title={own?.clause ?? clause ?? undefined}>
        {own?.clause ?? clause}
      </span>
      {onAdd && <IconAction icon="plus" size={14} title={`在“${label}”之后增加`} onClick={onAdd} />}
    </li>
  )
}
