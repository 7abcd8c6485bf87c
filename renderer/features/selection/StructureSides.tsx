import { Fragment } from 'react'
import type { CallOutput } from '../../api/client.ts'

type Structure = CallOutput<'team.structure'>['before']

interface Props {
  readonly before: Structure
  readonly after: Structure | null
  onShow(band: { readonly label: string; readonly personIds: readonly string[] }): void
}

/** The sides of a structure, a line a band: how many, how large a share, and after a change how many more or fewer. */
export const StructureSides = ({ before, after, onShow }: Props) => (
  <table className="table dense selection-sides">
    <colgroup>
      <col style={{ width: 72 }} />
      <col style={{ width: 112 }} />
      <col style={{ width: 44 }} />
      <col />
      {after && <col style={{ width: 72 }} />}
    </colgroup>
    <tbody>
      {before.sides.map(({ key, label, bands }) => {
        const later = after?.sides.find(side => side.key === key)?.bands ?? []
        const names = [...new Set([...bands, ...later].map(band => band.label))]
        return (
          <Fragment key={key}>
            {names.map((name, i) => {
              const now = bands.find(band => band.label === name)?.personIds ?? []
              const then = after && (later.find(band => band.label === name)?.personIds ?? [])
              return (
                <tr key={name} className={i === 0 ? 'first' : ''}>
                  <th scope="row">{i === 0 ? label : ''}</th>
                  <td>
                    {now.length + (then?.length ?? 0) > 0 ? (
                      <button
                        type="button"
                        className="link plain"
                        onClick={() => onShow({ label: `${label} ${name}`, personIds: [...new Set([...now, ...(then ?? [])])] })}
                      >
                        {name}
                      </button>
                    ) : (
                      <span className="ink-4">{name}</span>
                    )}
                  </td>
                  <td className={now.length === 0 ? 'r num ink-4' : 'r num'}>{now.length}</td>
                  <td>
                    <Share some={now.length} whole={before.count} tone="now" />
                    {then && after && <Share some={then.length} whole={after.count} tone="then" />}
                  </td>
                  {then && (
                    <td className="r num">
                      {then.length === now.length ? (
                        <span className="ink-4">不变</span>
                      ) : (
                        `${then.length > now.length ? '＋' : '－'}${Math.abs(then.length - now.length)}`
                      )}
                    </td>
                  )}
                </tr>
              )
            })}
          </Fragment>
        )
      })}
    </tbody>
  </table>
)

const Share = ({ some, whole, tone }: { readonly some: number; readonly whole: number; readonly tone: 'now' | 'then' }) => (
  <span className={`selection-share ${tone}`} title={whole === 0 ? '' : `${Math.round((some / whole) * 100)}%`}>
    <i style={{ width: whole === 0 ? 0 : `${(some / whole) * 100}%` }} />
  </span>
)
