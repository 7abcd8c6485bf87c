import type { Cadre } from '../../../shared/domain/cadre.ts'
import { useSession } from '../../app/session.tsx'
import { AskedBars } from '../../records/FormBars.tsx'
import { LinesCard } from './LinesCard.tsx'
import type { WholeCadre } from './use-cadre.ts'

/** 年度考核 and 奖惩. */
export function GradesTab({ whole, record }: { readonly whole: WholeCadre; readonly record: Cadre }) {
  const { mayWrite } = useSession()
  const excellent = whole.grades.flatMap(({ year, grade }) => (grade === 'excellent' ? [year] : []))
  return (
    <>
      {mayWrite && excellent.length > 0 && <AskedBars purpose="excellent" personId={record.personId} years={excellent.slice(0, 20)} />}
      <LinesCard lines="grades" whole={whole} record={record} title="年度考核" />
      <LinesCard lines="rewards" whole={whole} record={record} title="奖惩情况" />
    </>
  )
}
