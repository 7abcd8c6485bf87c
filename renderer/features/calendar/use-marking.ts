import { dayKinds } from '../../../shared/domain/calendar-day.ts'
import { useCommand } from '../../api/command.ts'
import { useSession } from '../../app/session.tsx'
import { useSayDone } from '../../app/undo.ts'
import { type DayOnFile, spanText } from './words.ts'

type Meaning = Pick<DayOnFile, 'kind' | 'name' | 'source'>

/** Registers days and takes them off, and says so with 撤销. `done` gets the festival, if one was registered. */
export function useMarking(done: (name?: string) => void) {
  const { mayWrite } = useSession()
  const say = useSayDone()
  const command = useCommand('calendar.mark')
  const span = (days: readonly string[]) => spanText(days[0] ?? '', days.at(-1) ?? '')
  return {
    mayWrite,
    busy: command.isPending,
    error: command.error,
    register(days: readonly string[], { kind, name, source }: Meaning) {
      command.mutate(
        { days: [...days], kind, name, source },
        {
          onSuccess: ({ changed }) => {
            done(name)
            say(changed > 0 ? `已登记：${span(days)}${dayKinds[kind]}，${name}` : `${span(days)}原来就是${dayKinds[kind]}，${name}`)
          },
        },
      )
    },
    takeOff(onFile: readonly DayOnFile[]) {
      if (!mayWrite || onFile.length === 0) return
      const days = onFile.map(day => day.date)
      command.mutate(
        { days, kind: null },
        {
          onSuccess: ({ changed }) => {
            done()
            say(`已取消登记：${span(days)}，${changed} 天`)
          },
        },
      )
    },
  }
}

export type Marking = ReturnType<typeof useMarking>
