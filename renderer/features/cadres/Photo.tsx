import { Icon } from '../../ui/Icon.tsx'

interface Props {
  /** JPEG as base64; a place for it where there is none. */
  readonly data: string | null
  readonly name: string
  /** Left out for who may only read. */
  readonly onChange: (() => void) | undefined
}

/** 照片 4:5; a click changes it. */
export function Photo({ data, name, onChange }: Props) {
  const picture = data ? <img alt={`${name}的照片`} src={`data:image/jpeg;base64,${data}`} /> : <Icon name="photo" size={28} />
  if (!onChange) return <span className="cadre-photo">{picture}</span>
  return (
    <button type="button" className="cadre-photo" title={data ? '换照片' : '选照片'} onClick={onChange}>
      {picture}
    </button>
  )
}
