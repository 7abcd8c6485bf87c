import { useState } from 'react'
import { useKeys } from '../../api/keys.ts'
import type { CallOutput } from '../../api/client.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { momentShort } from '../../ui/say-date.ts'
import { useSay } from '../../ui/Snackbar.tsx'
import { KeysDialog } from './KeysDialog.tsx'

/** 数据库密钥: when it was changed last, and whether somebody has left since. Offered to 系统管理员. */
export function KeysCard({ users }: { readonly users: CallOutput<'users.list'>['users'] }) {
  const { data, error, refetch } = useKeys(users)
  const [asked, setAsked] = useState(false)
  const say = useSay()
  if (error) return <ErrorBanner error={error} />
  if (!data) return null
  const left = data.disabledSince.join('、')
  return (
    <>
      {left && (
        <Banner
          kind="warn"
          action={
            <Button small onClick={() => setAsked(true)}>
              更换密钥
            </Button>
          }
        >
          <b>{left}停用以后还没有更换数据库密钥。</b>
          停用的人拿不到新内容的前提是没有留过密钥或旧的钥匙文件；更换以后，留了也打不开。
        </Banner>
      )}
      <Card
        title="数据库密钥"
        note={data.changedAt ? `${momentShort(data.changedAt)} 更换` : '建立台账以来没有更换过'}
        actions={
          <Button icon="shield" small onClick={() => setAsked(true)}>
            更换密钥
          </Button>
        }
      >
        <p className="section t13 ink-2">每人的口令各打开一份密钥，口令本身不存。更换时整库改用新密钥，各人口令不变；更换前的备份仍用那时的口令打开。</p>
      </Card>
      {asked && (
        <KeysDialog
          state={data}
          onClose={() => setAsked(false)}
          onDone={said => {
            setAsked(false)
            void refetch()
            say(said)
          }}
        />
      )}
    </>
  )
}
