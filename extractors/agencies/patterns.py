"""How offices, police units, courts and organisations are written."""

import re
from typing import Final

from extractors.words import WordPattern

_OFFICE_WORD = (
    r"(?:Pemberdayaan|Perempuan|Perlindungan|Anak|Pengendalian|Penduduk|Kependudukan|Keluarga|Berencana|Masyarakat"
    r"|Desa|Kelurahan|Gampong|Sosial|Kesehatan|Pencatatan|Sipil|Tenaga|Kerja|Transmigrasi|Terpadu|Pelayanan|Teknis"
    r"|Daerah|Nasional|Saksi|Korban|Pengawasan|Bantuan|Hukum|Asosiasi|Keadilan|Crisis|Cent(?:er|re)|Hak|Asasi|Manusia"
    r"|Republik|Indonesia|KB|PPKB|PP|PPPA|P3A\w*|PPA|PMD|Mobil|Pembelajaran|Trauma|Pelaksana|Online|Informasi|Sistem"
    r"|Pencegahan|Penanganan|Kekerasan|Seksual|Kesejahteraan|Pembangunan|dan|serta|untuk|terhadap|&)"
)
_RUN = rf"(?:(?:,\s|\s|/|-){_OFFICE_WORD}\b){{0,24}}"
_ACRONYM = (
    r"(?:[BD][A-Z0-9]{0,6}(?:P3A|PPPA|PPA|P3|3A|PPKB)[A-Z0-9]{0,12}(?:-[A-Z0-9]{2,6})?|P3AP?2?[A-Z0-9]*|PPAPP|P2TP2A"
    r"|P2TPA|BP3KB|DPPKB)"
)
_POLICE = (
    r"(?:(?:Kap|Wakap|Map|P)olres(?:ta(?:bes)?|tro)?(?:\sMetro)?|(?:Kap|P)olda|Polsek|Mabes\sPolri"
    r"|Bareskrim(?:\sPolri)?|Polri)"
)
_SUBUNIT = (
    rf"(?:(?:Unit|Kanit)\s(?:PPA|Perlindungan{_RUN})|Sat\s?[Rr]eskrim|Satuan\sReserse(?:\sKriminal)?|Ditreskrimum"
    r"|Direskrimum|Ditpolairud|Subdit\s\w+(?:\s\w+)?|Direktorat\sPPA(?:\sdan\sPPO)?|PPA(?=\sPolres)|Renakta)"
)

AGENCY: Final = WordPattern(
    rf"""
    (?P<uptd>\bUPT(?:D|\sDaerah)?[ -](?:PPA|Perlindungan{_RUN})
      |\bUnit\sPelaksana\sTeknis(?:\sDaerah|\sDinas)?(?:\s\(UPTD?\))?(?:\sPerlindungan{_RUN}|\sPPA)?|\bUPTD\b)
  | (?P<office>\b(?:Dinas|Badan|Kantor)\s(?:Sosial|Pemberdayaan|Perlindungan|Pengendalian|Kependudukan
        |Kesehatan|PPPA|PP\b|P3A\w*|PPA\w*|PPKB|BP3KB|DP3A\w*){_RUN}|\bDinsos\b(?:[ -]?(?:P3A\w*|PPPA\w*))?)
  | (?P<ministry>\bKement[er]*ian\s(?:PPPA|PPA|Pemberdayaan{_RUN})|\bKemen[ -]?PPPA\b)
  | (?P<system>\bS(?:IMFONI|imfoni|IMPONI|imponi)(?:[ -]PPA)?\b|\bSistem\sInformasi\sOnline{_RUN})
  | (?P<police>\b(?:(?:Satgas|Gugus\sTugas)\s(?:TPPO|PPA)\s)?
        (?:{_SUBUNIT}(?:\s\(\w[\w ]{{0,24}}\))?\s){{0,3}}{_POLICE}\b)
  | (?P<unit>\bUnit\s(?:PPA|Perlindungan\sPerempuan\sdan\sAnak)\b|\bSatgas\s(?:TPPO|PPA|PPKPT|PPKS)\b)
  | (?P<court>\bKeja(?:ri|ti)\b|\bKejaksaan\s(?:Negeri|Tinggi|Agung)\b|\bPengadilan\s(?:Negeri|Agama|Tinggi)\b
        |\bPN\b|\bMahkamah\s\w+(?:['’]\w+)?)
  | (?P<centre>\bPusat\sPelayanan\sTerpadu{_RUN}|\bPPT\b|\bP2TP2A\b)
  | (?P<ngo>\bLBH(?:\s(?:APIK|Apik))?\b|\bLembaga\sBantuan\sHukum{_RUN}|\bWCC\b
        |\bWomen'?s?\sCrisis\sCent(?:er|re)\b
        |\bLPA\b|\bLPAI\b|\bLembaga\sPerlindungan\s(?:Anak|Saksi\sdan\sKorban)\b|\bLPSK\b|\bRumah\sPerempuan\b
        |\bKP(?:P?A(?:I?D|I)|PAD)\b|\bKomisi\s(?:Nasional\s)?(?:\(Komnas\)\s)?(?:Perlindungan|Anti){_RUN}
        |\bKomnas\s(?:Perempuan|HAM|PA|Perlindungan\sAnak|Anak)\b|\bForum\sPengada\sLayanan\b|\bJala\sPRT\b
        |\bYayasan(?:\s[A-Z][\w'-]+){{1,3}})
  | (?P<hospital>\b(?:RS(?:UD|UP|U|D)?|Rumah\sSakit(?:\sUmum(?:\sDaerah)?)?)\b
        (?:\s(?:Bhayangkara(?:\sPolda)?|Jiwa|[Dd]r\.?(?:\s[A-Z][\w'-]+){{1,3}}))?)
  | (?P<acronym>\b{_ACRONYM}\b)
    """,
    re.VERBOSE,
)
BRACKET: Final = re.compile(r"\s?\(\s?([A-Z][\w /&.-]{1,30}?)\s?\)")
TRAILING_LINK: Final = re.compile(r"(?:,?\s(?:dan|serta|untuk|terhadap|&))+$")
