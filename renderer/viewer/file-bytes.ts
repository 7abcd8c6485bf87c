import { useEffect, useState } from 'react'
import { call, type CallOutput } from '../api/client.ts'

export type Opened = CallOutput<'attachment.open'>

/** A kept file on its way into the window. */
export type Loading =
  | { readonly state: 'loading'; readonly file: Opened | undefined; readonly done: number }
  | { readonly state: 'ready'; readonly file: Opened; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly state: 'failed'; readonly error: unknown }

/** Opens a kept file and fetches its bytes piece by piece. They stay in this window's memory while it is looked at, and nowhere else. */
export function useFileBytes(id: string): Loading {
  const [loading, setLoading] = useState<Loading>({ state: 'loading', file: undefined, done: 0 })
  useEffect(() => {
    const left = new AbortController()
    const tell = (next: Loading) => void (left.signal.aborted || setLoading(next))
    const load = async () => {
      tell({ state: 'loading', file: undefined, done: 0 })
      const file = await call('attachment.open', { id })
      const bytes = new Uint8Array(file.size)
      for (let offset: number | null = 0; offset !== null && !left.signal.aborted;) {
        const { base64, next }: CallOutput<'attachment.piece'> = await call('attachment.piece', { id, opened: file.opened, offset })
        bytes.set(bytesOf(base64), offset)
        offset = next
        tell(next === null ? { state: 'ready', file, bytes } : { state: 'loading', file, done: next })
      }
    }
    load().catch((error: unknown) => tell({ state: 'failed', error }))
    return () => left.abort()
  }, [id])
  return loading
}

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i)
  return bytes
}
