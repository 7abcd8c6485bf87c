import type { BackupState } from '../../shared/api/backup.ts'
import { useBackups } from '../api/backup.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { momentShort } from '../ui/say-date.ts'
import { useSession } from './session.tsx'

/** Above the page with which one begins: since when there is no backup, and whether the keys had to be mended. */
export function BackupBanner({ path }: { readonly path: string }) {
  const { mayRead } = useSession()
  const first = mayRead ? ['/today', '/start'] : ['/settings']
  return first.includes(path) ? <Notices /> : null
}

function Notices() {
  const { keysMended } = useSession()
  const { data } = useBackups()
  const late = data !== undefined && data.days >= data.warnDays
  if (!late && !keysMended) return null
  return (
    <div className="backup-banner">
      {keysMended && (
        <Banner kind="warn" icon="warn">
          <b>两份钥匙文件坏了一份，已用另一份修好。</b>数据没有受影响。磁盘可能有毛病，今天就备份一次，并请维护人员检查磁盘。
        </Banner>
      )}
      {late && (
        <Banner
          kind="warn"
          action={
            <Button small href="#/settings?tab=backup">
              去备份
            </Button>
          }
        >
          <b>{sinceWhen(data)}</b>
          {whyNot(data)}
        </Banner>
      )}
    </div>
  )
}

const sinceWhen = ({ last, days }: BackupState): string =>
  last ? `已有 ${days} 天没有备份，上次是 ${momentShort(last.at)}。` : `建立台账 ${days} 天，还没有备份过。`

/** What to do about it. */
function whyNot({ folder, away, failure }: BackupState): string {
  if (folder === null) return '选一个备份文件夹，以后每天自动备份。'
  if (away !== null) return `${folder} ${away}。插上 U 盘或接通共享，会自动补做。`
  return failure ? failure.message : '打开台账满一分钟后自动备份，也可以现在就做。'
}
