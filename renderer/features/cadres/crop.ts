import { photoLimitKb } from '../../../shared/rules/sheet-photo.ts'

/** The frame that is cut, and what is kept: 4:5. */
export const frame = { width: 256, height: 320 } as const
const kept = { width: 480, height: 600 } as const

/** How a picture lies behind the frame: how much larger than just covering it, and how far its middle is moved, in frame pixels. */
export interface Crop {
  readonly zoom: number
  readonly x: number
  readonly y: number
}

interface Size {
  readonly width: number
  readonly height: number
}

/** The scale at which a picture just covers the frame. */
const covering = ({ width, height }: Size): number => Math.max(frame.width / width, frame.height / height)

/** Held so that no edge of the picture comes into the frame. */
export function heldIn(size: Size, { zoom, x, y }: Crop): Crop {
  const scale = covering(size) * zoom
  const [roomX, roomY] = [(size.width * scale - frame.width) / 2, (size.height * scale - frame.height) / 2]
  const clamp = (value: number, room: number) => Math.min(room, Math.max(-room, value))
  return { zoom, x: clamp(x, roomX), y: clamp(y, roomY) }
}

/** Where the picture stands in the frame, in frame pixels. */
export function placeOf(size: Size, crop: Crop): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
  const scale = covering(size) * crop.zoom
  const [width, height] = [size.width * scale, size.height * scale]
  return { left: (frame.width - width) / 2 + crop.x, top: (frame.height - height) / 2 + crop.y, width, height }
}

/** The cut picture as a JPEG in base64, at the best quality that stays under the limit. */
export async function cutOut(picture: HTMLImageElement, crop: Crop): Promise<string | undefined> {
  const canvas = document.createElement('canvas')
  canvas.width = kept.width
  canvas.height = kept.height
  const pen = canvas.getContext('2d')
  if (!pen) return undefined
  const place = placeOf({ width: picture.naturalWidth, height: picture.naturalHeight }, crop)
  const scale = kept.width / frame.width
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, kept.width, kept.height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(picture, place.left * scale, place.top * scale, place.width * scale, place.height * scale)
  for (const quality of [0.92, 0.85, 0.75, 0.6, 0.45]) {
    const data = canvas.toDataURL('image/jpeg', quality).replace('data:image/jpeg;base64,', '')
    if ((data.length * 3) / 4 <= photoLimitKb * 1024) return data
  }
  return undefined
}
