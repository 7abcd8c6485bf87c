import type { ReactNode } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { Link } from '../../ui/Link.tsx'
import type { ClauseRow } from './columns.tsx'
import { serverIcons, serverPath, serverWord } from './servers.ts'

interface Props {
  readonly server: ClauseRow['servedBy'][number]
  readonly className: string
  readonly size: 12 | 14
  /** After the name. */
  readonly children?: ReactNode
}

/** What serves a clause by its name; a way to it where it has a screen. */
export function ServerLink({ server, className, size, children }: Props) {
  const to = serverPath(server)
  const content = (
    <>
      <Icon name={serverIcons[server.kind]} size={size} />
      <span className="ellipsis">{server.label}</span>
      {children}
    </>
  )
  const word = `${serverWord(server)}：${server.label}`
  if (to === undefined)
    return (
      <span className={className} title={word}>
        {content}
      </span>
    )
  return (
    <Link to={to} className={className} title={`打开${word}`}>
      {content}
    </Link>
  )
}
