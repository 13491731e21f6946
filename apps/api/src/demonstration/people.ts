import { seededRandom } from '@puente/measurement';
import { writeCsv } from '../files/csv.ts';

export interface SyntheticPerson {
  studentCode: string;
  dni: string;
  firstSurname: string;
  secondSurname: string | null;
  givenNames: string;
  email: string | null;
  campus: string;
}

export const demonstrationPassword = 'puente-demo';
export const demonstrationEmails = {
  student: 'estudiante@demo.puente',
  faculty: 'docente@demo.puente',
  staff: 'programa@demo.puente',
  /** Signs what the first proposes. */
  otherStaff: 'programa2@demo.puente',
  /** Reads the dossiers on which two disagree, and may approve what both of them read. */
  thirdStaff: 'programa3@demo.puente',
  admin: 'admin@demo.puente',
} as const;

export const campuses = ['Lima Centro', 'Arequipa', 'Juliaca'] as const;

const surnames = (
  'Quispe Mamani Flores Rodríguez Huamán Sánchez García Rojas Chávez Vásquez Ramos Condori Torres Ramírez Castillo Gutiérrez ' +
  'Ñahui Apaza Choque Cruz Ticona Núñez Peña Ñaupari Cáceres Yupanqui Ccori Huanca Arce Zúñiga Villanueva Espinoza Córdova Ibáñez ' +
  'Ñañez Palomino Tello Agüero Benites Cárdenas Salazar Poma Ccahuana Llerena Montúfar Ordóñez Paucar Quiñones Rivadeneyra Sullca ' +
  'Tupayachi Urbina Valdivia Wong Alarcón Bautista Canchari Delgado Echevarría Figueroa Gálvez Higa Inga Jáuregui Lazo Muñoz'
)
  .split(' ')
  .concat('De la Cruz', 'De los Ríos', "D'Angelo", 'Del Águila', 'Ponce de León');

const givenNames = (
  'María José Luz Ana Rosa Carlos Luis Jorge Milagros Lucía Ángel Jesús Óscar Sofía Camila Andrea Valeria Renzo Álvaro Martín ' +
  'Nélida Yenny Edith Wilber Rubén Iván Katherine Fiorella Nicolás Sebastián Adrián Zoila Ruth Raúl Mónica Inés Noemí Belén Hilario ' +
  'Saturnino Yessica Brayan Anghela Piero Gianella Fátima Íngrid Héctor Félix Begoña'
).split(' ');

/** Numbers that the registry has given to nobody, zeros in front, and that no roster in fixtures bears. */
const dniOf = (number: number): string => String(90_000 + number).padStart(8, '0');

/** Made-up people: no name, number or address of anybody real, and every one alike whenever the seed is. */
export const syntheticPeople = (seed: string, count: number, firstNumber = 1): SyntheticPerson[] =>
  Array.from({ length: count }, (_, index) => {
    const number = firstNumber + index;
    const random = seededRandom(`${seed}/person/${number}`);
    const from = (pool: readonly string[]) => pool[random.integer(pool.length)]!;
    const [one, two] = [from(givenNames), from(givenNames)];
    return {
      studentCode: `SYN${String(number).padStart(4, '0')}`,
      dni: dniOf(number),
      firstSurname: from(surnames),
      // One person in forty has a single surname.
      secondSurname: random.next() < 0.025 ? null : from(surnames),
      givenNames: one === two || random.next() < 0.3 ? one : `${one} ${two}`,
      email: null,
      campus: from(campuses),
    };
  });

/** The file as an office exports it: the import reads it as it reads everybody else's. */
export const rosterFile = (people: readonly SyntheticPerson[]): Buffer =>
  writeCsv([
    ['Nº', 'Código', 'DNI', 'Apellido paterno', 'Apellido materno', 'Nombres', 'Correo', 'Sede'],
    ...people.map((person, index) => [
      index + 1,
      person.studentCode,
      person.dni,
      person.firstSurname,
      person.secondSurname,
      person.givenNames,
      person.email,
      person.campus,
    ]),
  ]);
