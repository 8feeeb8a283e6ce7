/** 联席会议决定, as the conference and the unit concerned see them. */
export { RulingItem } from './RulingItem.tsx'
