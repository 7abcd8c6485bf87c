import type { Cadre } from '../../../shared/domain/cadre.ts'
import { navigate } from '../../app/router.ts'
import { useSayDone } from '../../app/undo.ts'
import { VoidDialog } from '../../records/VoidDialog.tsx'
import type { WholeCadre } from './use-cadre.ts'

interface Props {
  readonly whole: WholeCadre
  readonly record: Cadre
  onClose(): void
}

/** A sheet that was begun by mistake. Who retires or moves away keeps it, with the day. */
export function VoidCadre({ whole: { person, resume, family }, record, onClose }: Props) {
  const done = useSayDone()
  return (
    <VoidDialog
      type="cadre"
      record={record}
      title={`作废${person.name}的干部信息？`}
      sub={record.currentPost ?? ''}
      consequences={[
        { what: '名册', says: '不再出现在干部名册里；人员、任免和培养锻炼的记录都在' },
        { what: '内容', says: `${resume.length} 段简历、${family.length} 名家庭成员随之不再打印` },
        { what: '另有去处', says: '退休、调出的，请填“退出管理日期”，不必作废' },
      ]}
      onDone={() => {
        done(`已作废${person.name}的干部信息`)
        navigate('/cadres')
      }}
      onClose={onClose}
    />
  )
}
