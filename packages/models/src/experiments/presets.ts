/** Who or what each view can open on: the first is the usual one. Their words and settings lie with the figures. */
const presets: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'resting-potential': {
    rest: ['rosa', 'usual', 'mateo', 'calcium'],
  },
  'action-potential': {
    fibre: ['javier', 'axonal', 'sound', 'warm'],
    patch: ['dentist', 'javier', 'potassium-block', 'weak', 'lasting'],
    refractory: ['soon', 'too-soon', 'warm'],
  },
  heart: {
    haemorrhage: ['milagros-worse', 'milagros', 'noradrenaline', 'volume'],
    loop: ['chagas', 'usual', 'aortic-stenosis', 'mitral-regurgitation'],
  },
  oxygen: {
    cascade: ['tomas', 'julian', 'lima', 'cusco', 'rinconada'],
    curve: ['tomas', 'julian', 'camila', 'muscle', 'stored', 'usual'],
    content: ['milagros', 'monoxide', 'tomas', 'julian', 'usual'],
  },
  kidney: {
    gases: ['mateo', 'camila', 'nilton', 'cusco', 'tired'],
    filtration: ['both', 'alone', 'usual', 'stenosis'],
    clearance: ['pah', 'inulin', 'urea'],
    creatinine: ['rosa', 'usual', 'man'],
  },
  glucose: {
    meal: ['camila', 'healthy', 'resistant', 'type-two'],
  },
  enzyme: {
    inhibition: ['methanol', 'none', 'non-competitive', 'uncompetitive'],
    fit: ['treated', 'untreated', 'low'],
  },
  family: {
    pedigree: ['renzo', 'sons', 'carrier', 'mitochondrial'],
    karyotype: ['down', 'second', 'sex'],
  },
  population: {
    test: ['andrea', 'screening', 'clinic', 'rare'],
    genotypes: ['mn', 'inbred', 'excess'],
    drift: ['sickle', 'chance', 'no-malaria', 'migrants'],
  },
  outbreak: {
    outbreak: ['measles', 'ninety-five', 'none', 'flu'],
    antibodies: ['cousin', 'two', 'month', 'early', 'one'],
  },
  dose: {
    effect: ['apnoea', 'tenfold', 'naloxone', 'less-potent', 'partial', 'irreversible'],
    safety: ['nelly', 'narrow', 'wide', 'usual'],
  },
  'drug-fate': {
    gentamicin: ['mateo', 'preterm', 'term', 'asphyxia'],
    course: ['failure', 'usual', 'loading', 'mouth'],
    compartments: ['usual', 'mouth', 'fat'],
  },
};

export const findPresets = (figure: string, view: string): readonly string[] =>
  (Object.hasOwn(presets, figure) && presets[figure]![view]) || [];
