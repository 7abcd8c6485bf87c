import { type BallotGrade, ballotGrades } from '../../shared/domain/ballot-words.ts'
import { Icon } from '../ui/Icon.tsx'
import { gradeTone } from './words.ts'
import './grades.css'

/** 组织评定 of one row: a star before 优秀, a mark where something must follow; an invitation where nothing is decided. */
export function Grade({ grade, asks = false }: { readonly grade: BallotGrade | null; readonly asks?: boolean }) {
  if (grade === null) return asks ? <span className="grade asks">选评定</span> : <span className="dash">—</span>
  const tone = gradeTone(grade)
  return (
    <span className={`grade ${tone}`}>
      {tone === 'gold' && <Icon name="star" size={14} />}
      {tone === 'short' && <Icon name="warn" size={14} />}
      {ballotGrades[grade]}
    </span>
  )
}
