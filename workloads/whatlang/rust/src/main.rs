//! Guesses the language of sentences: of the one that is given, else of twelve in turn.

use std::collections::BTreeMap;

use whatlang::detect;

/// The same thought in as many languages and six scripts.
const SENTENCES: [&str; 12] = [
    "The weight of the empty container is what you subtract to learn what the goods weigh.",
    "Das Gewicht des leeren Behälters zieht man ab, um zu erfahren, was die Ware wiegt.",
    "Le poids du récipient vide est ce que l'on soustrait pour savoir ce que pèse la marchandise.",
    "El peso del recipiente vacío es lo que se resta para saber cuánto pesa la mercancía.",
    "Il peso del contenitore vuoto è ciò che si sottrae per sapere quanto pesa la merce.",
    "O peso do recipiente vazio é o que se subtrai para saber quanto pesa a mercadoria.",
    "Вес пустой тары вычитают, чтобы узнать, сколько весит сам товар.",
    "Το βάρος του άδειου δοχείου αφαιρείται για να μάθουμε πόσο ζυγίζει το εμπόρευμα.",
    "商品の重さを知るために、空の容器の重さを差し引きます。",
    "상품의 무게를 알기 위해 빈 용기의 무게를 뺍니다.",
    "וכך מחסירים את משקל הכלי הריק כדי לדעת כמה שוקלת הסחורה.",
    "Boş kabın ağırlığı, malın ne kadar çektiğini öğrenmek için çıkarılır.",
];

fn main() {
    tare::run(|given, answer| {
        let (count, sentences) = match given {
            [count] => (count, SENTENCES.to_vec()),
            [count, sentence] => (count, vec![sentence.as_str()]),
            _ => return Err(tare::reject("usage", "whatlang COUNT [SENTENCE]")),
        };
        let count = tare::number("COUNT", count, 1, 10_000_000)? as usize;
        let mut languages: BTreeMap<&str, u64> = BTreeMap::new();
        let mut confidence = 0.0;
        for sentence in sentences.iter().cycle().take(count) {
            let guess = detect(sentence);
            *languages.entry(guess.as_ref().map_or("unknown", |guess| guess.lang().eng_name())).or_default() += 1;
            confidence += guess.as_ref().map_or(0.0, |guess| guess.confidence());
        }
        for (language, times) in languages {
            writeln!(answer, "{language} {times}")?;
        }
        writeln!(answer, "confidence {confidence:.6}")?;
        Ok(())
    });
}
