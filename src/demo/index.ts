export { type DemoSignIns, foundCity } from './city.ts'
export { COUNTIES_AND_DISTRICTS } from './places.ts'
export { DEPARTMENTS, HALL_DEPARTMENTS } from './departments.ts'
export { loadYear } from './year.ts'
