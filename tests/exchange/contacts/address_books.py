"""Address books as telephones and mail programs write them, with fictional people."""

from __future__ import annotations

from typing import Final

PHOTO: Final = "\r\n ".join(["/9j/4AAQSkZJRgABAQAASABIAAD/4QBYRXhpZgAATU0AKgAAAAgAAgESAAMAAAAB"] * 60)


def crlf(text: str) -> str:
    """Lines as vCards end them."""
    return text.strip().replace("\n", "\r\n") + "\r\n"


IPHONE: Final = crlf(f"""
BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iPhone OS 17.5//EN
N:Østergård;Åse;Marie;;
FN:Åse Marie Østergård
ORG:Fjordby Bageri;
item1.EMAIL;type=INTERNET;type=pref:aase@brev.dk
item1.X-ABLabel:_$!<Home>!$_
TEL;type=HOME;type=VOICE:97 11 22 33
TEL;type=CELL;type=VOICE;type=pref:\u202d+45\u00a020\u00a030\u00a040\u00a050\u202c
item2.ADR;type=HOME;type=pref:;;Skovvej 3\\, 2. tv;Fjordby;;9990;Danmark
item2.X-ABADR:dk
item3.X-ABRELATEDNAMES;type=pref:Bent
BDAY:1951-03-02
NOTE:Ring kun om aftenen. 020351-1234
PHOTO;ENCODING=b;TYPE=JPEG:{PHOTO}
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:;;;;
FN:Fjordby Skole
ORG:Fjordby Skole;SFO
X-ABShowAs:COMPANY
TEL;type=WORK;type=FAX:97 00 00 01
TEL;type=MAIN:97 00 00 00
END:VCARD
""").encode()

ANDROID: Final = crlf("""
BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=98rsted;=4B=C3=A5=72=65;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4B=C3=A5=72=65=20=
=C3=98rsted
TEL;CELL;PREF:+4520405060
TEL;HOME:97112244
EMAIL;HOME:kaare@brev.dk
ADR;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;=4B=69=72=6B=65=76=65=6A=20=
=31=32;Fjordby;;9990;Danmark
NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=46=61=72=0D=0A=
END:VCARD=0D=0A=
TEL:12345678
END:VCARD
BEGIN:VCARD
VERSION:2.1
N:Dahl;Per;;;
TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=53=6F=6D=6D=65=72):20 60 70 80
END:VCARD
""").encode()

NOKIA: Final = crlf("""
BEGIN:VCARD
VERSION:2.1
N;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:S=F8rensen;J=F8rgen
TEL;PREF;VOICE;CELL:20506070
TEL;WORK;VOICE:97334455
X-CLASS:private
END:VCARD
""").encode("latin-1")

OUTLOOK: Final = crlf("""
BEGIN:VCARD
VERSION:2.1
X-MS-OL-DEFAULT-POSTAL-ADDRESS:1
N;LANGUAGE=da:Kjær;Bodil
FN:Bodil Kjær
ORG:Fjordby Kommune;Familieafdelingen
TITLE:Socialrådgiver
TEL;WORK;VOICE:99 88 77 66
TEL;CELL;VOICE:20 70 80 90
ADR;WORK;PREF:;;Rådhuspladsen 1;Fjordby;;9990;Danmark
LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:R=E5dhuspladsen 1=0D=0A=
9990 Fjordby
EMAIL;PREF;INTERNET:bodil@fjordby.example
PHOTO;TYPE=JPEG;ENCODING=BASE64:
 /9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkS
 Ew8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/2wBDAQkJ

REV:20260101T120000Z
END:VCARD
""").encode("cp1252")

VERSION_4: Final = crlf("""
BEGIN:VCARD
VERSION:4.0
FN;LANGUAGE=da:Inger-Lise Holm\\, født Dahl
N:Holm;Inger-Lise;;;
TEL;VALUE=uri;PREF=1;TYPE="voice,cell":tel:+45-20-80-90-10
EMAIL;TYPE=home:inger@brev.dk
RELATED;TYPE=child:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6
ADR;TYPE=home;LABEL="Fyrvej 7: bag laden":;;Fyrvej 7;Hvide Sande;;6960;
END:VCARD
BEGIN:VCARD
VERSION:4.0
KIND:group
FN:Familien
MEMBER:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6
END:VCARD
""").encode()

GOOGLE_CSV: Final = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Nickname,File As,Organization Name,Birthday,"
    "Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,"
    "Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - Postal Code\r\n"
    "Åse,Marie,Østergård,,,,,,1951-03-02,Ring kun om aftenen,,* myContacts,Home,aase@brev.dk ::: aase@work.example,"
    'Mobile,+45 20 30 40 50 ::: 97 11 22 33,Home,"Skovvej 3\n9990 Fjordby\nDK",Skovvej 3,Fjordby,9990\r\n'
    ",,,,,,,Fjordby Skole,,,,,,,Work,97 00 00 00,,,,,\r\n"
).encode()

OUTLOOK_CSV: Final = (
    '"Titel","Fornavn","Mellemnavn","Efternavn","Firma","Gade (privat)","By (privat)","Postnummer (privat)",'
    '"Telefon (arbejde)","Telefon (privat)","Mobiltelefon","E-mail-adresse","Noter"\r\n'
    '"","Jørgen","","Sørensen","","Kirkevej 12","Fjordby","9990","97334455","","20506070","joergen@brev.dk","Far"\r\n'
).encode("cp1252")

PLAIN_CSV: Final = """Navn;Relation;Mobil;E-mail;Side;Ring;Alder;Bor hjemme
Åse Østergård;farmor;20 30 40 50;aase@brev.dk;far;1;75;nej
Mads;storebror;;;begge;1;14;ja
"""
