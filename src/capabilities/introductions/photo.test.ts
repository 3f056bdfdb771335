import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { makePhoto } from './photo.ts'

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#7aa874' } })

const reasonOf = async (bytes: Uint8Array): Promise<string> => {
  const made = await makePhoto(bytes)
  return made.ok ? 'taken' : made.error
}

describe('団体の写真', () => {
  test('3つの大きさができ、元より大きくはしない', async () => {
    const made = await makePhoto(await plain(2400, 1600).jpeg().toBuffer())
    if (!made.ok) throw new Error(made.error)
    const widths = await Promise.all(
      (['small', 'medium', 'large'] as const).map(
        async (size) => (await sharp(made.value.copies[size].bytes).metadata()).width,
      ),
    )
    expect(widths).toEqual([480, 960, 1600])
    expect([made.value.width, made.value.height]).toEqual([1600, 1067])
    const little = await makePhoto(await plain(700, 500).png().toBuffer())
    expect(little.ok && little.value.width).toBe(700)
  })

  test('カメラの記録（場所・日時・機種）は残らず、横向きの写真は起こす', async () => {
    const bytes = await plain(1000, 600)
      .jpeg()
      .withExif({
        IFD0: { Make: 'SecretCam' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 19/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const before = await sharp(bytes).metadata()
    expect([before.exif?.includes('SecretCam'), before.orientation]).toEqual([true, 6])
    const made = await makePhoto(bytes)
    if (!made.ok) throw new Error(made.error)
    for (const { bytes: copy } of Object.values(made.value.copies)) {
      const { exif, xmp, iptc, orientation } = await sharp(copy).metadata()
      expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined])
    }
    expect([made.value.width, made.value.height]).toEqual([600, 1000])
  })

  test('小さなファイルからふくらむ画像は、開く前に断る', async () => {
    // Three kilobytes that would unfold to 100 million pixels.
    const bomb = await plain(10_000, 10_000).png({ compressionLevel: 9 }).toBuffer()
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await reasonOf(bomb)).toBe('too-many-pixels')
  })

  test('HEIC、写真でないもの、こわれたもの、小さすぎるものは、それぞれの理由で断る', async () => {
    const heic = Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from('ftypheic', 'latin1'),
      Buffer.alloc(64),
    ])
    expect(await reasonOf(heic)).toBe('heic')
    expect(await reasonOf(Buffer.from('%PDF-1.7\n'))).toBe('kind')
    expect(await reasonOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('kind')
    const whole = await plain(900, 900).jpeg().toBuffer()
    expect(await reasonOf(whole.subarray(0, Math.floor(whole.length / 2)))).toBe('broken')
    expect(await reasonOf(await plain(900, 319).jpeg().toBuffer())).toBe('too-small')
    expect(await reasonOf(await plain(900, 320).jpeg().toBuffer())).toBe('taken')
  })

  test('10MBをこえる写真は断る', async () => {
    const whole = await plain(900, 900).jpeg().toBuffer()
    const most = Buffer.concat([whole, Buffer.alloc(10 * 1024 * 1024 - whole.length)])
    expect(await reasonOf(Buffer.concat([most, Buffer.alloc(1)]))).toBe('too-large')
    expect(await reasonOf(most)).toBe('taken')
  })
})
