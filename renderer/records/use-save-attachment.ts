import { call } from '../api/client.ts'
import { sentenceOf } from '../ui/Banner.tsx'
import { useSay } from '../ui/Snackbar.tsx'

/** 另存为: writes a kept file where the user says, and says so. */
export function useSaveAttachment(): (id: string, name: string) => Promise<void> {
  const say = useSay()
  return async (id, name) => {
    const target = await call('shell.chooseSave', { kind: 'attachment', name })
    if (!target) return
    await call('attachment.save', { id, file: target.token }).then(
      () => say(`已另存为“${target.name}”`),
      (error: unknown) => say(sentenceOf(error)),
    )
  }
}
