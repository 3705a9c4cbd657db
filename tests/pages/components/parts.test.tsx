import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { Button } from '@/components/button'
import { DateStrip } from '@/components/date-strip'
import { Field } from '@/components/field'
import { MealPicture } from '@/components/meal-picture'
import { PageFrame } from '@/components/page-frame'
import { Segmented } from '@/components/segmented'
import { Sheet } from '@/components/sheet'

describe('Button', () => {
  it('is pressed by Enter and Space as by a finger', () => {
    const onTap = jest.fn()
    render(<Button onTap={onTap}>确认预订</Button>)
    const button = screen.getByRole('button', { name: '确认预订' })
    fireEvent.click(button)
    fireEvent.keyDown(button, { key: 'Enter' })
    fireEvent.keyDown(button, { key: ' ' })
    fireEvent.keyDown(button, { key: 'a' })
    expect(onTap).toHaveBeenCalledTimes(3)
    expect(button.tabIndex).toBe(0)
  })

  it('takes no tap while it is pending, and says so', () => {
    const onTap = jest.fn()
    render(
      <Button pending onTap={onTap}>
        确认预订
      </Button>,
    )
    const button = screen.getByRole('button', { name: '确认预订，请稍等' })
    fireEvent.click(button)
    fireEvent.keyDown(button, { key: 'Enter' })
    expect(onTap).not.toHaveBeenCalled()
    expect(button.getAttribute('aria-busy')).toBe('true')
  })
})

describe('Segmented', () => {
  it('tells which one holds', () => {
    const onPick = jest.fn()
    const options = [
      { value: 'dineIn', word: '在驿站吃' },
      { value: 'takeAway', word: '自己取' },
    ] as const
    render(<Segmented label="怎么吃" options={options} value="dineIn" onPick={onPick} />)
    expect(screen.getByRole('radiogroup', { name: '怎么吃' })).toBeTruthy()
    expect(screen.getByRole('radio', { checked: true }).textContent).toBe('在驿站吃')
    fireEvent.click(screen.getByRole('radio', { name: '自己取' }))
    expect(onPick).toHaveBeenCalledWith('takeAway')
  })
})

describe('DateStrip', () => {
  it('names days as people do, across the end of a month', () => {
    const onPick = jest.fn()
    render(<DateStrip today="2026-11-29" value="2026-11-30" onPick={onPick} />)
    expect(screen.getAllByRole('radio').map((day) => day.textContent)).toEqual([
      '今天29',
      '明天30',
      '周二1',
      '周三2',
    ])
    fireEvent.click(screen.getByRole('radio', { name: '周二 1，12月1日' }))
    expect(onPick).toHaveBeenCalledWith('2026-12-01')
  })
})

function Asking() {
  const [value, setValue] = useState('')
  return <Field label="为什么" value={value} onChange={setValue} answers={['电话没人接', '想有人陪']} />
}

describe('Field', () => {
  it('can be answered with a tap, changed by typing, and emptied with a tap', () => {
    render(<Asking />)
    const box = screen.getByRole<HTMLInputElement>('textbox', { name: '为什么' })
    fireEvent.click(screen.getByRole('checkbox', { name: '电话没人接' }))
    expect(box.value).toBe('电话没人接')
    fireEvent.change(box, { target: { value: '想有人陪' } })
    expect(screen.getByRole('checkbox', { name: '想有人陪' }).getAttribute('aria-checked')).toBe('true')
    fireEvent.click(screen.getByRole('checkbox', { name: '想有人陪' }))
    expect(box.value).toBe('')
  })
})

function Telling() {
  const [value, setValue] = useState('灯亮着')
  return (
    <Field label="见到什么" value={value} onChange={setValue} answers={['敲了三遍', '电话没人接']} long />
  )
}

describe('a long Field', () => {
  it('gains and loses ready answers beside own words', () => {
    render(<Telling />)
    const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '见到什么' })
    fireEvent.click(screen.getByRole('checkbox', { name: '敲了三遍' }))
    fireEvent.click(screen.getByRole('checkbox', { name: '电话没人接' }))
    expect(box.value).toBe('灯亮着，敲了三遍，电话没人接')
    fireEvent.click(screen.getByRole('checkbox', { name: '敲了三遍' }))
    expect(box.value).toBe('灯亮着，电话没人接')
  })
})

describe('Sheet', () => {
  it('takes the keyboard, keeps it inside, closes by Escape and gives it back', () => {
    const onClose = jest.fn()
    const before = document.createElement('button')
    document.body.append(before)
    before.focus()
    const { unmount } = render(
      <Sheet title="真的要取消吗？" onClose={onClose} action={<Button onTap={onClose}>取消这一餐</Button>}>
        取消以后座位会让给别人。
      </Sheet>,
    )
    const dialog = screen.getByRole('dialog', { name: '真的要取消吗？' })
    expect(document.activeElement).toBe(dialog)

    const last = screen.getByRole('button', { name: '取消这一餐' })
    last.focus()
    fireEvent.keyDown(last, { key: 'Tab' })
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '关上' }))

    fireEvent.keyDown(dialog, { key: 'Escape' })
    fireEvent.click(screen.getByRole('button', { name: '关上' }))
    expect(onClose).toHaveBeenCalledTimes(2)
    unmount()
    expect(document.activeElement).toBe(before)
  })
})

describe('MealPicture', () => {
  it('gives way to a sign when it cannot be had', () => {
    const { container } = render(<MealPicture name="hongshao-yu" of="红烧鱼套餐" />)
    const picture = container.querySelector('img')
    expect(picture?.getAttribute('src')).toBe('/pictures/hongshao-yu.svg')
    if (picture) fireEvent.error(picture)
    expect(container.querySelector('img')).toBeNull()
    expect(container.querySelector('.icon-soup')).toBeTruthy()
  })

  it('shows the photo of what it is, and its drawing where that cannot be had', () => {
    const of = (photo: string) => <MealPicture name="hongshao-yu" photo={photo} of="红烧鱼套餐" />
    const { container, rerender } = render(of('cloud://env.bucket/dishes/k-1/one.jpg'))
    const src = () => container.querySelector('img')?.getAttribute('src')
    expect(screen.getByRole('img', { name: '红烧鱼套餐的照片' })).toBeTruthy()
    expect(src()).toBe('/storage/dishes/k-1/one.jpg')
    fireEvent.error(container.querySelector('img') as Element)
    expect(src()).toBe('/pictures/hongshao-yu.svg')
    expect(screen.queryByRole('img', { name: '红烧鱼套餐的照片' })).toBeNull()
    rerender(of('cloud://env.bucket/dishes/k-1/two.jpg'))
    expect(src()).toBe('/storage/dishes/k-1/two.jpg')
  })
})

describe('PageFrame', () => {
  it('has one first heading, a way back and the action at the bottom', () => {
    render(
      <PageFrame title="订餐" action={<Button onTap={() => undefined}>下一步</Button>}>
        菜单
      </PageFrame>,
    )
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('订餐')
    expect(screen.getByRole('button', { name: '返回' })).toBeTruthy()
    expect(screen.getByRole('region', { name: '办理' }).textContent).toBe('下一步')
  })

  it('keeps its shape while it loads and holds the action back', () => {
    const load = { state: 'loading' as const, reload: async () => undefined }
    render(
      <PageFrame title="订餐" load={load} action={<Button onTap={() => undefined}>下一步</Button>}>
        菜单
      </PageFrame>,
    )
    expect(screen.getByRole('status').textContent).toContain('正在打开')
    expect(screen.queryByText('菜单')).toBeNull()
    expect(screen.queryByText('下一步')).toBeNull()
  })
})
