/** 照片 of the 任免审批表: 近期免冠彩色照片, 宽高 4:5. */
const ratio = 4 / 5
/** So much wider or narrower as nobody sees: 376×460 of one writer is 2 % off. */
const tolerance = 0.05
/** The official editor sets no limit; larger ones only make it slow. */
export const photoLimitKb = 200

export interface PhotoFacts {
  /** `image/jpeg` */
  readonly type: string
  readonly width: number
  readonly height: number
  readonly bytes: number
}

/** Whether it has the shape that the sheet has room for. */
export const isPhotoShape = ({ width, height }: Pick<PhotoFacts, 'width' | 'height'>): boolean => Math.abs(width / height / ratio - 1) <= tolerance

/** What of a photo is not as the sheet asks for it. It is taken all the same. */
export function photoWarnings({ type, width, height, bytes }: PhotoFacts): readonly string[] {
  return [
    ...(type === 'image/jpeg' ? [] : [`照片是 ${type.replace('image/', '').toUpperCase()}，应为 JPEG`]),
    ...(isPhotoShape({ width, height }) ? [] : [`照片 ${width}×${height}，宽高应为 4:5，打印时会变形，可在干部信息页重新裁剪`]),
    ...(bytes > photoLimitKb * 1024 ? [`照片 ${Math.ceil(bytes / 1024)} KB，超过 ${photoLimitKb} KB，文件打开会慢`] : []),
  ]
}
