import type { CaseMaterial } from '../../shared/domain/procedure-case.ts'
import { useScope } from '../app/scope.tsx'
import { useSaveAttachment } from '../records/use-save-attachment.ts'
import { useViewer } from '../viewer/use-viewer.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconAction } from '../ui/IconAction.tsx'
import { dayShort } from '../ui/say-date.ts'
import { caseFiles } from './case-files.ts'
import type { Over } from './CaseOver.tsx'
import type { CaseData } from './use-case.ts'
import type { StepShown } from './words.ts'

interface Props {
  readonly data: CaseData
  readonly step: StepShown
  readonly editable: boolean
  onOver(over: Over): void
}

/** The materials of a step: those it asks for, there or not, and what was added besides. */
export function Materials({ data, step, editable, onOver }: Props) {
  const filed = data.materials.filter(found => found.step === step.key && found.voidedAt === null)
  const wanted = wantedOf(step, data.subjects)
  const ownOf = ({ key, candidateId }: Wanted) => filed.filter(found => found.material === key && (candidateId === null || found.candidateId === candidateId))
  const others = filed.filter(found => !wanted.some(one => ownOf(one).includes(found)))
  const has = (one: Wanted) => ownOf(one).length > 0
  const covered = (group: string | null) => group !== null && wanted.some(one => one.oneOf === group && has(one))
  const { look, viewer } = useViewer()
  const lookAt = (file: string) => {
    const all = caseFiles(data)
    look(
      all,
      all.findIndex(({ id }) => id === file),
    )
  }
  const total = wanted.length - wanted.filter(one => !has(one) && covered(one.oneOf)).length
  const there = wanted.filter(has).length
  return (
    <div className="case-materials">
      <h3>
        材料{' '}
        {total > 0 && (
          <span>
            {there} / {total}
          </span>
        )}
      </h3>
      {step.materials.length === 0 && others.length === 0 && <p className="t13 ink-3 case-none">这一步没有规定要材料。</p>}
      <ul>
        {wanted.flatMap(one => {
          const { key, label, oneOf, clause, candidateId } = one
          const own = ownOf(one)
          if (own.length > 0)
            return own.map(found => <Filed key={found.id} data={data} material={found} label={label} editable={editable} onOver={onOver} onLook={lookAt} />)
          const spare = covered(oneOf)
          return [
            <li key={`${key} ${candidateId ?? ''}`} className={spare ? '' : 'no'}>
              <Icon name="minus" size={14} />
              <span className="name" title={clause ?? undefined}>
                {label}
              </span>
              <span className={spare ? 'when' : 'when lacking'}>{spare ? '已有其一' : oneOf === null ? '缺材料' : '任一即可'}</span>
              {editable && (
                <Button small onClick={() => onOver({ what: 'material', step: step.key, material: key, name: label, candidateId })}>
                  登记
                </Button>
              )}
            </li>,
          ]
        })}
        {others.map(found => (
          <Filed key={found.id} data={data} material={found} label={found.name} editable={editable} onOver={onOver} onLook={lookAt} />
        ))}
      </ul>
      {editable && (
        <div className="case-add">
          <Button small kind="text" icon="plus" onClick={() => onOver({ what: 'material', step: step.key, material: null, name: '' })}>
            另加材料
          </Button>
        </div>
      )}
      {viewer}
    </div>
  )
}

type Wanted = StepShown['materials'][number] & { readonly candidateId: string | null }

/** What a step asks for: of some things one for each of those the case is about. */
const wantedOf = ({ materials }: StepShown, subjects: CaseData['subjects']): readonly Wanted[] =>
  materials.flatMap((material): readonly Wanted[] =>
    material.each && subjects.length > 0
      ? subjects.map(({ id, name }) => ({ ...material, label: `${material.label}（${name}）`, candidateId: id }))
      : [{ ...material, candidateId: null }],
  )

interface FiledProps {
  readonly data: CaseData
  readonly material: CaseMaterial
  readonly label: string
  readonly editable: boolean
  onOver(over: Over): void
  onLook(file: string): void
}

function Filed({ data, material, label, editable, onOver, onLook }: FiledProps) {
  const { today } = useScope()
  const save = useSaveAttachment()
  const { id, version, name, pages, madeOn, file } = material
  const fileName = file === null ? undefined : data.files[file]
  return (
    <li>
      <Icon name="check" size={14} />
      <span className="name" title={name}>
        {editable ? (
          <button
            type="button"
            className="link plain"
            title={`修改“${name}”`}
            onClick={() => onOver({ what: 'material', id, step: material.step, material: material.material, name })}
          >
            {label}
          </button>
        ) : (
          label
        )}
      </span>
      <span className="when">{[pages === null ? '' : `${pages} 页`, madeOn === null ? '有材料' : dayShort(madeOn, today)].filter(Boolean).join(' · ')}</span>
      {file !== null && <IconAction icon="eye" size={14} title={`查看“${name}”`} onClick={() => onLook(file)} />}
      {file !== null && <IconAction icon="download" size={14} title={`另存“${fileName ?? name}”`} onClick={() => void save(file, fileName ?? name)} />}
      {editable && (
        <IconAction
          icon="cross"
          size={14}
          title={`作废材料“${name}”`}
          onClick={() => onOver({ what: 'void', type: 'caseMaterial', record: { id, version }, label: name })}
        />
      )}
    </li>
  )
}
