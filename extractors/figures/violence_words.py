"""Words of news, law and the street for each class of violence (codebook: violence).

Sources: the codebook's classes, the offences of KUHP, UU TPKS, UU PKDRT, UU TPPO and UU SPPA, and
the categories of SIMFONI-PPA. Of two classes that match at one place the first in the table wins.
"""

from collections.abc import Mapping

from extractors.figures.spacing import spaced
from models.vocabulary import Violence

_CHILD = r"anak(?:\s?-\s?anak|2)?"
_HOME = r"(?:r\w{2,4}h\s?tangga|keluarga|domestik)"
_ONLINE_SPACE = (
    r"(?:(?:ranah|dunia|ruang|media|jagat|platform|aplikasi) (?:daring|online|digital|maya|siber"
    r"|elektronik|sosial)|medsos|internet|whatsapp|facebook|instagram|tiktok)"
)
_PICTURES = (
    r"(?:konten|foto|video|gambar|rekaman)(?: (?:dan|atau) (?:foto|video|gambar|rekaman))? "
    r"(?:ber(?:muatan|bau|nuansa) )?"
)
_INTIMATE = (
    r"(?:intim|pribadi|bugil|telanjang|syur|vulgar|mesum|asusila|porno\w*|(?:tak|tidak) senonoh|seksual)"
)
_AS_OFFENDER = (
    r"(?:lagi|lain(?:nya)?|itu|tersebut|yang|justru|malah|dengan|telah|sudah|menjadi|jadi|sebagai|selaku"
    r"|berstatus|status(?:nya)?|merupakan|adalah|masuk|kategori|posisi(?:nya)?|berposisi|tercatat|dalam"
    r"|kapasitas)"
)
_MINOR = rf"(?:{_CHILD}|(?:di )?bawah umur|pelajar|belum dewasa)\b"

VIOLENCE_WORDS: tuple[tuple[str, str], ...] = (
    (
        Violence.ANY,
        r"(?:kekerasan )?(?:di )?dalam rumah tangga\s?(?:\(kdrt\)\s?)?(?:maupun (?:kekerasan )?"
        r"(?:terhadap "
        rf"|pada )?|dan ){_CHILD}|\bkdlk\b"
        r"|kekerasan (?:yang terjadi )?(?:di )?luar (?:lingkup )?rumah(?: tangga)?"
        r"|\bkdrt (?:dan|serta|maupun|&) (?:kasus )?(?:kekerasan )?(?:terhadap "
        rf"|pada )?(?:perempuan dan )?{_CHILD}"
        r"(?! (?:yang |ter|ber|hilang|pelaku|jalanan))(?!\w)",
    ),
    (
        Violence.ONLINE,
        r"\bkbgo\b|\bksbe\b|\bkbgs\b|\bkbgd\b|(?:(?:cyber|child|online)\s?-?\s?)?grooming"
        r"|revenge\s?-?\s?porn\w*|deep\s?-?\s?fake\w*|doxing"
        r"|kejahatan (?:siber|dunia maya)|(?:kekerasan|pelecehan|kejahatan|pemerasan) (?:seksual |gender "
        r"|verbal )?"
        r"(?:secara |via |lewat |melalui )?(?:daring|online)|(?:kekerasan )?(?:gender|seksual) berbasis"
        r" (?:online|elektronik|siber|daring|digital)|kekerasan (?:seksual "
        r"|gender )?berbasis (?:gender )?(?:online"
        r"|elektronik|siber|daring|digital|teknologi)"
        r"|kekerasan (?:siber|online|daring|digital|dunia maya)|sextortion"
        r"|(?:kekerasan|pelecehan|kejahatan) (?:seksual |gender |verbal |yang terjadi )?(?:di |dalam "
        r"|pada |lewat |melalui "
        rf"|via ){_ONLINE_SPACE}"
        r"|(?:ancaman |pengancaman )?(?:pe(?:nyebar(?:lua[sn]|an)?|rekaman|nyalahgunaan)\w*|(?:men"
        r"|di)yebar\w*|(?:di)?sebar\w*) "
        rf"{_PICTURES}{_INTIMATE}|(?:penyebaran|konten) porno\w*",
    ),
    (
        Violence.DOMESTIC,
        r"\bp?kdrt\b|\bk\.d\.r\.t\b|kekerasan? (?:(?!(?:di|luar) )\w+ ){0,2}(?:di )?(?:dalam"
        r"|dlm) (?:\w+ )?r\w{2,4}h\s?tangga"
        r"|kekerasaan (?:\w+ )?(?:di )?dalam r\w{2,4}h\s?tangga"
        r"|kekerasan (?:di )?r\w{2,4}h\s?tangga|di(?:perlakukan )?kdrt"
        rf"|kekerasan (?:\w+ )?(?:di |dalam |pada )(?:dalam )?(?:ranah|lingkup|lingkungan|sektor) {_HOME}"
        r"|(?:kekerasan )?(?:terhadap|kepada|atas) (?:istri|isteri|suami|pasangan)(?:nya)?(?!\w)"
        r"|kekerasan pada (?:istri|isteri|suami|pasangan)|\bkti\b|kekerasan domesti[kc]"
        r"|kekerasan (?:di )?dalam (?:lingkup )?keluarga|kekerasan (?:keluarga|suami[\s-]istri)(?!\w)"
        r"|(?:kekerasan|penganiayaan|pemukulan|penyiksaan) (?:yang dilakukan )?(?:oleh |dari "
        r"|ulah )?(?:sang "
        r"|mantan )?(?:suami|pasangan)(?:nya)?(?!\w)"
        r"|(?:penganiayaan|pemukulan|penyiksaan) (?:di )?dalam rumah tangga"
        r"|(?:kekerasan|penganiayaan) (?:antar|sesama)\s?-?\s?(?:penghuni|anggota|pasangan|keluarga"
        r"|suami)(?: (?:keluarga|serumah|rumah|istri))?"
        r"|di(?:aniaya|pukuli?|siksa|hajar|gebuki?|tampar) (?:oleh )?(?:sang |mantan )?suami(?:nya)?",
    ),
    (
        Violence.TRAFFICKING,
        r"\btppo\b|\btr\w{1,3}f+[ie]?[ck]k?n?ing\b|(?:perdagangan|penjualan|penyelundupan) (?:orang"
        r"|manusia|anak"
        r"|perempuan|wanita|bayi)|(?:korban|kasus|perkara|praktik) perdagangan(?! (?:barang|satwa"
        r"|saham))(?!\w)"
        r"|di\s?perdagangkan|memperdagangkan (?:orang|manusia|anak|perempuan)"
        r"|jual\s?-?\s?beli (?:bayi|anak|orang|manusia|perempuan)|(?:men|di)jual (?:bayi|anak|perempuan"
        r"|istri)\w*",
    ),
    (
        Violence.CHILD_MARRIAGE,
        r"(?:per|pe)(?:nikahan|kawinan)\s?-?\s?(?:pada )?(?:usia )?(?:anak|dini|muda|bocah)(?!\w)|(?:me"
        r"|di)?(?:kawin|nikah)(?:kan)?"
        r" (?:paksa )?(?:pada )?(?:usia )?(?:anak|dini|muda|bocah)(?!\w)"
        r"|menikah (?:pada )?(?:usia )?(?:anak|dini|muda)(?!\w)"
        r"|(?:per|pe)?(?:nikahan|kawinan) (?:di\s?)?bawah (?:umur|usia)"
        r"|(?:me|di)?(?:kawin|nikah)(?:kan)? (?:di\s?)?bawah (?:umur|usia)|pengantin anak"
        r"|anak (?:yang )?(?:di)?nikah(?:kan)?(?!\w)",
    ),
    (
        Violence.CUSTODY,
        r"(?:hak )?(?:kuasa )asuh(?: anak)?|hak asuh(?: anak)?|(?:pe)?rebut\w* (?:hak |kuasa )?(?:asuh"
        r"|anak|pengasuhan)"
        r"|(?:sengketa|konflik|masalah|persoalan"
        r"|perselisihan) (?:hak )?(?:peng)?asuh(?:an)?(?: anak)?(?!\w)|sengketa anak"
        r"|pengasuhan anak|hak perwalian|perwalian anak",
    ),
    (
        Violence.OFFENDER_CHILD,
        rf"\babh\b|{_CHILD} (?:(?!(?:korban|perempuan|dan)\b)\w+ ){{0,3}}"
        r"(?:ber|ter|meng)(?:hadapan|konflik|sangkut|jerat|libat|urusan|masalah|perkara|seret|sandung"
        r"|hadapi)"
        r" (?:(?:dengan|dalam|oleh) )?(?:(?:perkara|kasus|masalah|proses|persoalan|urusan) )?(?:hukum"
        r"|pidana)\b"
        rf"|{_CHILD} (?:\(?{_AS_OFFENDER} ){{0,5}}\(?pelaku(?!\w)"
        rf"|{_CHILD} (?:yang )?(?:melakukan|berbuat|terlibat) (?:tindak )?(?:pidana|kejahatan|kriminal\w*)"
        r"|pelaku(?:nya)?(?: (?:adalah|yang|masih|juga|berstatus|tergolong|berusia"
        rf"|usia)){{0,3}} {_MINOR}|\bakh\b",
    ),
    (
        Violence.BULLYING,
        r"(?:per|me)undungan(?: (?:fisik|verbal|siber|daring|online|seksual|psikis))?|\w{0,6}bull?y\w*"
        r"|\w{0,12}rundung(?:i|nya)?\b"
        r"|cyber\s?-?\s?bull?y\w*|(?:pem|mem|di)?buli(?:an)?\b|(?:pe|me|di)?risak(?:an)?\b|perpeloncoan"
        r"|diplonco"
        r"|olok\s?-?\s?olok\w*|diolok\s?-?\s?olok",
    ),
    (
        Violence.EXPLOITATION,
        r"(?:di|meng|ter)?[ek]ks?pl[oi]+ta?si(?: (?:anak|seksual|ekonomi))?(?! waduk)"
        r"|explo(?:i?ta)si(?: (?:anak|seksual|ekonomi))?"
        r"|\beska\b|(?:kasus|perkara|praktik|jaringan) m[unc]+ikari"
        r"|\bprostitusi(?: (?:anak|online|daring))?|(?:pe|di)lacur(?:an|kan)(?: anak)?|(?:pekerja|buruh"
        r"|pengemis) anak\b"
        r"|(?:mem|di)?pekerjakan anak|anak (?:yang )?dipekerjakan|(?:di"
        r"|me)?paksa (?:\w+ )?(?:mengemis|mengamen|melacur)",
    ),
    (
        Violence.NEGLECT,
        r"pen?[te]lantaran|pentelantaran|(?:pengabaian|diabaikan)(?!\w)|(?:di|men|ter)?telantar\w*"
        r"|(?:di|men)(?:ter)?e?lantar\w*|terlantar\w*",
    ),
    (
        Violence.SEXUAL,
        r"(?:kekerasan|pelecehan|kejahatan|perbudakan|penyiksaan|eksploitasi)?\s?(?:(?:fisik"
        r"|non\s?-?\s?fisik|verbal) )?\bseksual(?:nya)?\b"
        r"|pelecehan(?: (?:fisik|verbal|non\s?-?\s?fisik))?|\w{0,12}cabul\w*"
        r"|\w{0,12}erkosa\w*|\w{0,12}rudapaksa\w*|ruda paksa|\w{0,12}setubuh\w*|asusila|kesusilaan"
        r"|\w{0,12}sodomi"
        r"|(?<!alat\s)hubungan (?:badan|intim|sedarah)|(?:di|men)ggagahi|digagahi|(?:di|meng)gauli"
        r"|tak senonoh|tidak senonoh|ekshibisionis\w*"
        r"|pedofil\w*|dinodai|menodai|penodaan(?! agama)|(?:di|meng)?gerayangi|(?:di)jamah|menjamah|(?:di"
        r"|me)raba(?:\s?-\s?raba)?\b"
        r"|(?:perkara|kasus|kejahatan|tindak(?:an)?|tindak pidana|laporan|delik|pelanggaran) susila"
        r"|perbuatan (?:bejat|mesum|tak pantas)"
        r"|\btpks\b|predator (?:seks\w*|anak)|\binc?[sc]es?t?\b|\b(?:di|me)lecehkan\b|(?:kekerasan"
        r"|kejahatan|pelecehan) seks\b"
        r"|begal payudara|voyeurisme|catcall?ing|sexual (?:harassment|abuse)|nafsu bejat"
        r"|kehormatan(?:nya)? direnggut",
    ),
    (
        Violence.PSYCHOLOGICAL,
        r"(?:kekerasan )?non\s?-?\s?fisik|kekerasan (?:kejiwaan|lisan|kata\s?-\s?kata|perasaan)",
    ),
    (
        Violence.PHYSICAL,
        r"(?:kekerasan )?\b(?:fisik|pisik)(?:nya)?\b|\w{0,12}aniay\w*|\w{0,12}aniyay?a\w*|(?:p[ae]ng|di"
        r"|meng)?[ek]?k?eroyok\w*"
        r"|pengroyok\w*|pemukulan|penyekikan|digebuk\w*|ditendang\w*|dihajar|dicekik|dibacok|disundut"
        r"|kekerasan (?:badan|jasmani|raga)|\b(?:di|me)m?ukuli?\b|dipukuli?\b|penyiksaan|disiksa|penamparan"
        r"|ditampar|pembacokan|penikaman|penusukan|di(?:tikam|tusuk|sabet|jambak|tempeleng|banting"
        r"|injak\w*|cambuk\w*)"
        r"|(?:di|pen)siram(?:an)? air keras|penyiraman air keras|penyerangan fisik",
    ),
    (
        Violence.PSYCHOLOGICAL,
        r"(?:kekerasan )?(?:p[his]{1,3}y?[ck]+h?is|p[is]+iki[sk]|psikologis|psikologi|psy?[ck]h?is|psykis"
        r"|psychis|emosional|verbal|mental"
        r"|batin|psikis(?:nya)?)(?!\w)|(?:tekanan|teror|siksaan) (?:batin|mental|psikologis)",
    ),
    (
        Violence.OTHER,
        r"(?:nikah|kawin|menikah|perkawinan)(?: lagi)? (?:siri|(?:tanpa|tak|tidak) (?:se)?izin)"
        r"|ingkar janji(?: \w*(?:nikah|kawin))?|(?:di)?janji(?:kan|nya)? (?:akan )?(?:di|me)?(?:nikah"
        r"|kawin)\w*"
        r"|\w*selingkuh\w*|perzin\w+|\bzina\b"
        r"|(?:bawa|mem?bawa|melarikan|larikan|dilarikan|dibawa) (?:lari |kabur )?(?:anak|perempuan"
        r"|gadis)(?: (?!\d)\w+)?"
        r"|penculikan|diculik|(?:pe)?ngancaman|penghinaan|pencemaran nama baik"
        r"|perbuatan tidak menyenangkan|kawin (?:tanpa izin|paksa)"
        r"|(?:permasalahan|masalah|konflik|persoalan|problem) (?:rumah tangga|keluarga)"
        r"|hak (?:pendidikan|kesehatan|sipil|identitas|waris|kesejahteraan)(?: anak)?|pidana umum"
        r"|\bpidum\b|\bampk\b|\bkdp\b|pembuangan (?:bayi|anak)|buang (?:bayi|anak)|bayi (?:yang )?dibuang"
        r"|kekerasan (?:dalam|di|saat|selama|semasa|masa|ketika) (?:masa |hubungan )?(?:pacaran"
        r"|berpacaran|pacar)|kekerasan (?:oleh |dari )?(?:mantan )?pacar|kekerasan (?:ber)?pacaran"
        r"|putus sekolah|(?:me|di)?nafkah\w*(?: anak)?"
        r"|aborsi|pornografi|buruh mi\w{1,5}an|diskriminasi"
        r"|perilaku (?:menyimpang|sosial menyimpang)|kenakalan (?:anak|remaja)|pemaksaan"
        r"|kekerasan (?:ekonomi|negara|struktural|budaya)|(?<!sisi\s)(?<!faktor\s)(?<!masalah\s)\bekonomi\b"
        r"|perceraian|(?:ber|di)?cerai\w*|adopsi ilegal|(?:pengangkatan|adopsi) anak|anak hilang"
        r"|orang hilang|percobaan bunuh diri"
        r"|bunuh diri|pembunuhan|dibunuh|kehamilan (?:yang )?tidak diinginkan|\bktd\b"
        r"|kejahatan asal usul \w+"
        r"|pencurian|perjudian|tawuran|narkoba|napza|konsultasi (?:keluarga|rumah tangga)"
        r"|pengasuhan|kabur dari rumah|melarikan diri|penyekapan|disekap|perampasan|pemerasan|diperas"
        r"|penguntitan|stalking|intimidasi|ancaman kekerasan|poligami|(?:kawin|nikah) siri"
        r"|kekerasan sosial|femi[sc]ida|femicide",
    ),
)

FORMS: Mapping[str, frozenset[str]] = {
    Violence.ONLINE: frozenset(
        {Violence.SEXUAL, Violence.PSYCHOLOGICAL, Violence.OTHER, Violence.BULLYING, Violence.EXPLOITATION}
    ),
    Violence.DOMESTIC: frozenset(
        {Violence.PHYSICAL, Violence.PSYCHOLOGICAL, Violence.SEXUAL, Violence.NEGLECT}
    ),
    Violence.OFFENDER_CHILD: frozenset(
        {Violence.SEXUAL, Violence.PHYSICAL, Violence.BULLYING, Violence.ONLINE, Violence.OTHER}
    ),
}
"""The classes that may only be forms of another one, which names where or by whom it was done."""

GENERIC_OTHER = spaced(
    r"(?:kekerasan|kasus|kategori|bentuk|jenis|perkara|hal) (?:bentuk |jenis )?lain(?:nya"
    r"| nya)?(?!\w)|lain\s?-\s?lain(?:nya)?|(?<!\w)lainnya|(?<!\w)lain nya|selebihnya lain"
    r"|kekerasan tidak diketahui|(?<!\w)yang (?:di luar|selain) itu(?= (?:ada |sebanyak |sejumlah )?\d)"
    r"|(?<!\w)(?:dan|serta|sisanya|selebihnya|ditambah|kemudian"
    r"|lalu) yang lain(?= (?:ada |sebanyak |sejumlah )?\d)"
    r""
)
"""What is left of a list of kinds."""
GENERIC_ANY = spaced(
    r"(?<!\w)(?:tindak )?keker+a+san\w*|perlindungan anak|\bkta\b|\bktp/?a?\b|kejahatan terhadap"
)
"""Violence of no kind."""
NOT_VIOLENCE = spaced(
    r"(?<!hari\s)(?:anti|stop|bebas(?: dari)?|cegah|pencegahan)\s?-?\s?(?:tindak )?kekerasan(?: seksual)?"
    r"|(?:pendampingan|konseling|bantuan|layanan|dukungan|pemulihan|pemeriksaan|asesmen|trauma"
    r"|rehabilitasi|kondisi|kesehatan|gangguan) (?:\w+ )?(?:psikolog\w*|psikis|mental|fisik"
    r"|seksual)"
    r"|(?:pendidikan|edukasi|orientasi|kesehatan) seks\w*|(?:uu"
    r"|undang-undang) [\w\s]{0,40}tpks|aktivitas fisik|bukti fisik|rumah tangga miskin"
    r"|faktor ekonomi|(?:disabilitas|difabel|penyandang|cacat|keterbelakangan"
    r"|retardasi) (?:\w+ )?(?:mental|fisik|psikis)"
    r"|direktorat \w+ ppa|unit \w*\s?ppo"
)
"""Where the same words speak of prevention, care or the law."""
