import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, waysToFind, wordsOf } from '../../../src/search/format/text-words.ts';
import { someOf } from '../../thorough.ts';

/** Whether a text is found by a query: the words of one of its ways stand behind each other in it. */
function isFound(text: string, query: string): boolean {
  const words = wordsOf(text);
  return waysToFind(query).some((way) =>
    words.some((_, at) =>
      way.every((part, i) => {
        const word = words[at + i];
        return word?.text === part || word?.also.includes(part);
      }),
    ),
  );
}

describe('words are found as people write them', () => {
  test.each([
    [
      'English',
      'The skipper—Hallworth—left; and/or stayed… late',
      'skipper Hallworth left and or late',
    ],
    [
      'English',
      'The O’Leary brothers’ e-mail, an F-16, the U.S. and 1,200 tons',
      "O'Leary leary email e-mail F16 F-16 us U.S. 1200 1,200 brothers",
    ],
    [
      'English',
      'Marlowe’s well-known co\u00ADoperative',
      "Marlowe Marlowe's well known well-known cooperative",
    ],
    ['German', 'Die Straße nach Köln, 3,5 km–5 km', 'Strasse STRASSE Köln Koln Koeln 3,5'],
    [
      'French',
      'L’ouvrière, aujourd’hui au cœur de l’Œuvre',
      "ouvrière ouvriere l'ouvrière aujourd'hui coeur cœur oeuvre",
    ],
    ['Spanish', 'El niño—señaló—llegó a Cádiz', 'nino niño señalo llego Cadiz'],
    ['Portuguese', 'A ação do sertão foi à mão', 'acao ação sertao mao'],
    ['Italian', 'Dell’opera e dell’Università', 'opera università universita'],
    ['Catalan', 'L’ajuntament d’Olot, la col·lecció', "ajuntament l'ajuntament olot"],
    ['Dutch', 'De coöperatie in ’s-Hertogenbosch', 'cooperatie coöperatie hertogenbosch'],
    ['Swedish', 'Västerås—Örebro på båten', 'vasteras Västerås orebro baten Vaesteraas'],
    ['Danish', 'Rådhuset i Sønderborg og Ærø', 'radhuset sonderborg soenderborg aero Ærø'],
    ['Norwegian', 'Fiskere på Røst', 'røst rost roest'],
    ['Finnish', 'Sää Jyväskylässä', 'saa jyvaskylassa Jyväskylässä'],
    ['Icelandic', 'Þórður og Eyjafjörður', 'thordur eyjafjordur Þórður'],
    ['Polish', 'Łódź i Żywiec, Kennedy’ego', "lodz Łódź zywiec Kennedy Kennedy'ego"],
    ['Czech', 'Příliš žluťoučký', 'prilis zlutoucky'],
    ['Hungarian', 'Győr és Szőlős', 'gyor szolos Győr'],
    ['Romanian', 'Țara și București', 'tara bucuresti Ţara'],
    ['Croatian', 'Đakovo i čaša', 'dakovo casa'],
    [
      'Turkish',
      'İzmir’de, Bursa’nın ve Kars’tan; ILICA ışık',
      'izmir İzmir bursa kars ılıca isik ışık',
    ],
    ['Vietnamese', 'Đường phố Huế', 'duong pho hue Huế'],
    ['Greek', 'Ο δρόμος της Θεσσαλονίκης', 'δρομος ΔΡΟΜΟΣ θεσσαλονικησ'],
    ['Russian', 'Ёлка—символ зимы', 'елка ёлка символ зимы'],
    ['Ukrainian', "Пам’ять про об'єкт, Рено’м", "пам'ять пам’ять памʼять об’єкт рено"],
    ['Bulgarian', 'Пловдив/Бургас', 'пловдив бургас'],
    ['Hebrew', 'הצוות ביקר בצה"ל ובארה״ב', 'צה״ל צה"ל צהל צוות'],
    ['Arabic', 'والمدرسة إلى الجامعةِ ــ ٢٠١٩', 'مدرسة المدرسه الجامعة جامعة 2019'],
    ['Persian', 'مدرسه‌ها و نیم‌فاصله، سال ۱۳۸۷', 'مدرسه مدرسه‌ها مدرسهها نيم نیم فاصله 1387 ۱۳۸۷'],
    ['Urdu', 'لڑکیاں اور کتابیں', 'لڑكياں کتابیں'],
    ['Hindi', 'किताबें, दिन और दान १९९९', 'किताबें दिन 1999'],
    ['Bengali', 'বাংলাদেশ ২০২১', 'বাংলাদেশ 2021'],
    ['Tamil', 'தமிழ் நாடு', 'தமிழ் நாடு'],
    ['Chinese', '市长在南京大学讲话。', '南京 大学 南京大学 讲话 市'],
    ['Japanese', '東京タワーで雨が降った。第３回', '東京 タワー 東京タワー 雨 3回 第3回'],
    ['Korean', '대구에서 회의가 5월에 열렸다', '대구 회의 5월 열렸다 월'],
    ['Thai', 'เขาอยู่ที่เชียงใหม่', 'เชียงใหม่ อยู่'],
    [
      'Korean',
      '서울시청에서 열린 회의, 한국은행은 KTX를 1993년 ３월에',
      '시청 서울시청 회의 한국은행 은행 KTX 1993년 1993 3월',
    ],
    [
      'Thai',
      'น้ำท่วมกรุงเทพฯ เมื่อวันที่ ๑๒ กุมภาพันธ์ นายกรัฐมนตรีเยือนประเทศไทย',
      'น้ำ ท่วม น้ำท่วม กรุงเทพฯ กรุงเทพ 12 ๑๒ กุมภาพันธ์ ไทย ประเทศไทย',
    ],
    ['Thai with places to break', 'น้ำ\u200Bท่วม\u200Bกรุงเทพ', 'น้ำท่วม ท่วมกรุงเทพ กรุงเทพ'],
    ['Khmer with places to break', 'ភ្នំ\u200Bពេញ\u200Bជា', 'ភ្នំពេញ ពេញជា'],
    ['Khmer', 'ភ្នំពេញជារាជធានី', 'ភ្នំពេញ រាជធានី'],
    ['Georgian', 'თბილისი—ბათუმი', 'თბილისი ბათუმი'],
    ['Armenian', 'Երևան, Գյումրի', 'երևան գյումրի'],
  ])('in %s: %s', (_, text, queries) => {
    for (const query of queries.split(' '))
      expect([query, isFound(text, query)]).toEqual([query, true]);
  });

  test.each([
    ['दान', 'दिन'],
    ['The skipperless boat', 'skipper'],
    ['Go east, then a kilo', 'Ea'],
    ['北大', '北京'],
    ['กิน', 'กัน'],
    ['รถไฟ', 'รถไฟฟ้า'],
    ['서울', '울서'],
    ['北京大学', '京北'],
  ])('%s is not found by %s', (text, query) => {
    expect(isFound(text, query)).toBe(false);
  });
});

test('numbers, initials and what is joined are one word, dates are three', () => {
  const read = (text: string): string[] => wordsOf(text).map((word) => word.text);
  expect(read('1,000 1.000.000 ١٬٠٠٠')).toEqual(['1000', '1000000', '1000']);
  expect(read('the U.S.A. e.g. Mr. X.')).toEqual(['the', 'usa', 'eg', 'mr', 'x']);
  expect(read('12.11.2023 3.5')).toEqual(['12', '11', '2023', '3', '5']);
  expect(read('—…/!')).toEqual([]);
});

test('a word stands where it is written, one behind the other, and folding it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let last = 0;
      for (const { start, end, text: word } of wordsOf(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(word).not.toBe('');
        expect(fold(word)).toBe(word);
        last = start;
      }
    }),
  );
});

test('any word of a text finds it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const { start, end, text: word } of wordsOf(text)) {
        expect(isFound(text, text.slice(start, end)) || isFound(text, word)).toBe(true);
      }
    }),
    { numRuns: someOf(300) },
  );
});
