import type { ReactNode } from 'react'
import { AppError, messageOf } from '../../shared/errors.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'

interface Props {
  readonly kind: 'error' | 'warn' | 'info'
  readonly icon?: IconName
  readonly action?: ReactNode
  readonly children: ReactNode
}

const icons = { error: 'warn', warn: 'clock', info: 'info' } as const

/** A sentence that matters to the whole page. */
export function Banner({ kind, icon, action, children }: Props) {
  return (
    <div className={`banner ${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon name={icon ?? icons[kind]} />
      <div className="banner-body">{children}</div>
      {action}
    </div>
  )
}

/** What to tell the user about anything that was thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof AppError ? messageOf(error) : '程序出错，数据未被更改。重新打开这一页再试。'
}

/** A message with its first sentence in bold. */
export function Sentences({ text }: { readonly text: string }) {
  const end = text.search(/[。？]/) + 1
  return (
    <>
      <b>{end > 0 ? text.slice(0, end) : text}</b>
      {end > 0 && text.slice(end)}
    </>
  )
}

/** A failure in words: the first sentence bold, then what was kept and what to do. */
export function ErrorBanner({ error, action }: { readonly error: unknown; readonly action?: ReactNode }) {
  if (error === null || error === undefined) return null
  return (
    <Banner kind="error" action={action}>
      <Sentences text={sentenceOf(error)} />
    </Banner>
  )
}
