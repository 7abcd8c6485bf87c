import type { FileState } from '../../../shared/api/cadre-files.ts'
import type { Tone } from '../../ui/StatusChip.tsx'
import type { IconName } from '../../ui/icons.ts'

/** What becomes of a file, in words. */
export const stateWords: Readonly<Record<FileState, { readonly word: string; readonly tone: Tone; readonly icon: IconName }>> = {
  created: { word: '新建', tone: 'met', icon: 'plus' },
  updated: { word: '有改动', tone: 'info', icon: 'edit' },
  unchanged: { word: '无变化', tone: 'plain', icon: 'minus' },
  asked: { word: '待认人', tone: 'near', icon: 'users' },
  faulty: { word: '有误', tone: 'short', icon: 'warn' },
  skipped: { word: '不导入', tone: 'plain', icon: 'cross' },
}
