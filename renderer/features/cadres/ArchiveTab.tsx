import { useState } from 'react'
import type { Cadre } from '../../../shared/domain/cadre.ts'
import { archiveItems, archiveOccasions } from '../../../shared/domain/cadre-words.ts'
import { useSession } from '../../app/session.tsx'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { ArchiveDialog } from './ArchiveDialog.tsx'
import type { Check, WholeCadre } from './use-cadre.ts'

interface Props {
  readonly whole: WholeCadre
  readonly record: Cadre
}

/** 档案审核: 三龄两历一身份, each time that the file was gone through, the newest first. */
export function ArchiveTab({ whole, record }: Props) {
  const { mayWrite } = useSession()
  const [open, setOpen] = useState<Check | 'new'>()
  const { checks, person } = whole
  const add = mayWrite && (
    <Button small icon="plus" onClick={() => setOpen('new')}>
      登记审核
    </Button>
  )
  return (
    <>
      {checks.length === 0 && (
        <Card>
          <EmptyState icon="folder" title={`还没有审核过${person.name}的档案`} action={add}>
            凡提必审：动议时初审、考察时复审、任用前终审，三龄两历一身份逐项对照。
          </EmptyState>
        </Card>
      )}
      {checks.map((check, i) => {
        const { record: kept, items } = check
        const differing = items.filter(({ agrees }) => agrees === false)
        return (
          <Card
            key={kept.id}
            title={archiveOccasions[kept.occasion]}
            note={[kept.checkedOn, kept.checkedBy && `审核 ${kept.checkedBy}`, kept.secondBy && `复核 ${kept.secondBy}`].filter(Boolean).join(' · ')}
            actions={
              <>
                {differing.length > 0 && kept.settledOn === null && <StatusChip tone="short" word={`${differing.length} 项不一致`} />}
                {differing.length > 0 && kept.settledOn !== null && <StatusChip tone="met" word={`${kept.settledOn} 办结`} />}
                {mayWrite && (
                  <Button small icon="edit" onClick={() => setOpen(check)}>
                    修改
                  </Button>
                )}
                {i === 0 && (
                  <FormMenu
                    small
                    form="archiveForm"
                    params={{ cadreIds: [record.id] }}
                    name={`档案任前审核登记表 ${person.name}`}
                    label="登记表"
                    print="打印登记表"
                  />
                )}
                {i === 0 && add}
              </>
            }
          >
            <table className="table dense">
              <thead>
                <tr>
                  <th style={{ width: 112 }}>项目</th>
                  <th>档案记载</th>
                  <th>任免审批表记载</th>
                  <th style={{ width: 88 }}>是否一致</th>
                  <th>认定依据</th>
                </tr>
              </thead>
              <tbody>
                {items.map(({ item, archive, sheet, agrees, basis }) => (
                  <tr key={item}>
                    <td>{archiveItems[item]}</td>
                    <td>{archive ?? <span className="ink-3">—</span>}</td>
                    <td>{sheet ?? <span className="ink-3">—</span>}</td>
                    <td>{agrees === null ? <span className="ink-3">未审</span> : agrees ? '一致' : <b className="cadre-differs">不一致</b>}</td>
                    <td>{basis ?? <span className="ink-3">—</span>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {(kept.missing || kept.conclusion) && (
              <p className="t13 cadre-concluded">{[kept.missing && `缺少：${kept.missing}`, kept.conclusion].filter(Boolean).join('；')}</p>
            )}
          </Card>
        )
      })}
      {open !== undefined && <ArchiveDialog whole={whole} record={record} check={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </>
  )
}
