/** 整页, 适合宽度, or so much of its own size. */
export type Zoom = 'page' | 'width' | number

export interface Size {
  readonly width: number
  readonly height: number
}

export type Turn = 0 | 90 | 180 | 270

const steps = [0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 2, 3, 4]

export const turned = (turn: Turn): Turn => turns[(turns.indexOf(turn) + 1) % turns.length] ?? 0
const turns: readonly Turn[] = [0, 90, 180, 270]

/** As it lies after turning. */
export const lying = ({ width, height }: Size, turn: Turn): Size => (turn % 180 === 0 ? { width, height } : { width: height, height: width })

/** How large something of this size is drawn in this room. */
export function scaleOf(zoom: Zoom, of: Size, room: Size): number {
  if (typeof zoom === 'number') return zoom
  const byWidth = room.width / of.width
  return zoom === 'width' ? byWidth : Math.min(byWidth, room.height / of.height)
}

/** The next larger or smaller step from a scale. */
export function stepped(scale: number, by: 1 | -1): number {
  const near = 0.01
  return (by > 0 ? steps.find(step => step > scale + near) : steps.findLast(step => step < scale - near)) ?? scale
}
