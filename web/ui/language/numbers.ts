const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
const tenth = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })
const share = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 })

/** 1,434: the same digits in both languages. */
export const sayCount = (value: number): string => whole.format(value)
export const sayNumber = (value: number): string => tenth.format(value)
export const sayShare = (value: number): string => share.format(value)
