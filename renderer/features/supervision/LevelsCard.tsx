import type { SupervisionBoard } from '../../../shared/api/supervision.ts'
import { handled, watchedKinds } from '../../../shared/rules/supervision-figures.ts'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'

interface Props {
  readonly levels: SupervisionBoard['levels']
  onOpen(title: string, ids: readonly string[]): void
}

/** 级别 × 方式: who was reminded, asked, admonished and sanctioned, by level. */
export function LevelsCard({ levels, onOpen }: Props) {
  return (
    <Card fill title="级别 × 处理方式" note="按时任级别">
      {levels.length === 0 ? (
        <EmptyState icon="table" title="本年没有处理记录。">
          登记提醒、函询、诫勉和处分后，按级别列在这里。
        </EmptyState>
      ) : (
        <div className="table-scroll">
          <table className="table dense sup-levels">
            <thead>
              <tr>
                <th>级别</th>
                {handled.map(kind => (
                  <th key={kind} className="r">
                    {kind === 'sanction' ? '处分处理' : watchedKinds[kind]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {levels.map(({ level, label, kinds }) => (
                <tr key={level}>
                  <td>{label}</td>
                  {kinds.map(({ kind, ids }) => (
                    <td key={kind} className="r">
                      {ids.length === 0 ? (
                        <span className="dash">—</span>
                      ) : (
                        <button type="button" className="sup-count" onClick={() => onOpen(`${label}，${watchedKinds[kind]}`, ids)}>
                          {ids.length}
                        </button>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  )
}
