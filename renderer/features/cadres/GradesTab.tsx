import type { Cadre } from '../../../shared/domain/cadre.ts'
import { LinesCard } from './LinesCard.tsx'
import type { WholeCadre } from './use-cadre.ts'

/** 年度考核 and 奖惩. */
export const GradesTab = ({ whole, record }: { readonly whole: WholeCadre; readonly record: Cadre }) => (
  <>
    <LinesCard lines="grades" whole={whole} record={record} title="年度考核" />
    <LinesCard lines="rewards" whole={whole} record={record} title="奖惩情况" />
  </>
)
