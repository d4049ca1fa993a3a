<?php
/**
 * What a setting may hold: the same rules as the guide's own (src/engine/settings/), tried with the same cases
 * (tests/settings/cases.json). Plain PHP, without WordPress.
 *
 * @package aftercare-guide
 */

defined( 'ABSPATH' ) || exit;

const AFTERCARE_GUIDE_LINK = 'Write a full address that begins with https:, mailto:, tel: or sms:. After mailto: stands the address alone';
const AFTERCARE_GUIDE_EXIT = 'Write a full address that begins with https:, for example https://www.bbc.com/weather';

/** The value without spaces around it. */
function aftercare_guide_trimmed( string $value ): string {
	return (string) preg_replace( '/^[\p{Z}\t-\r\x{85}]+|[\p{Z}\t-\r\x{85}]+$/u', '', $value );
}

/** Whether the guide may open this link; nothing in it may hide where it leads. Plain http is for one's own machine. */
function aftercare_guide_opens( string $link, string $schemes ): bool {
	if ( preg_match( '/[\p{Z}\p{Cc}\\\\\x{202a}-\x{202e}\x{2066}-\x{2069}]/u', $link ) !== 0 ) {
		return false;
	}
	if ( preg_match( "/^(?i:$schemes|http):/", $link ) !== 1 ) {
		return false;
	}
	if ( preg_match( '~^(?i:mailto:)(?!/)[^@?]+@[^?]+$|^(?i:tel|sms):(?=.*[0-9])[0-9+-]+$~u', $link ) === 1 ) {
		return true;
	}
	$own  = '127\.0\.0\.1|localhost|\[::1\]';
	$site = "~^(?i:https)://([\p{L}\p{N}.-]+|$own)(:[0-9]+)?(?=[/?#]|$)|^(?i:http)://($own)(:[0-9]+)?(?=[/?#]|$)~u";
	return preg_match( $site, $link, $found ) === 1 && (int) substr( (string) strrchr( $found[0], ':' ), 1 ) < 65536;
}

/** What is wrong with a setting's value, and what to do; nothing where it is good. An empty value leaves a setting out. */
function aftercare_guide_wrong( string $name, string $value, array $known ): string {
	$value = aftercare_guide_trimmed( $value );
	$links = 'https|mailto|tel|sms';
	if ( '' === $value ) {
		return aftercare_guide_missing( $name );
	}
	switch ( $name ) {
		case 'support-url':
		case 'alternative-url':
		case 'crisis-url':
			return aftercare_guide_opens( $value, $links ) ? '' : "“{$value}” is not a link that the guide can open. " . AFTERCARE_GUIDE_LINK . '.';
		case 'exit-url':
			return aftercare_guide_opens( $value, 'https' ) ? '' : "“{$value}” is not a page to leave for. " . AFTERCARE_GUIDE_EXIT . '.';
		case 'phone':
			$dialled = preg_replace( '~[\p{Z}\t-\r().\-/]~u', '', $value );
			return aftercare_guide_opens( "tel:$dialled", $links ) ? '' : "“{$value}” is not a number that can be dialled. Write it as it is dialled, for example +356 2123 4567.";
		case 'email':
			return aftercare_guide_opens( "mailto:$value", $links ) ? '' : "“{$value}” is not an address to write to. Write it as in name@site.example, and nothing else.";
		case 'photo':
			return strlen( $value ) <= 20000 && preg_match( '~^data:image/(png|jpeg|webp|avif);base64,[A-Za-z0-9+/=]+$~D', $value ) === 1 ? '' : 'This is no photo that the guide can show. The page builder.html, which comes with the guide, makes one of at most 20 kB.';
		case 'accent':
			return preg_match( '/^#[0-9a-f]{6}$/iD', $value ) === 1 ? '' : "“{$value}” is not a colour. Write # and six digits, for example #2f5d73.";
		case 'height':
			return preg_match( '/^[1-9][0-9]{2,3}$/D', $value ) === 1 ? '' : "“{$value}” is not a height. Write a number of pixels from 100 to 9999, for example 640.";
		case 'region':
			$value = strtolower( $value );
	}
	if ( isset( $known[ $name ] ) && ! in_array( $value, $known[ $name ], true ) ) {
		return "“{$value}” is not there to choose. Choose one of: " . implode( ', ', $known[ $name ] ) . '.';
	}
	return '';
}

/** What is missing where a setting is empty: nothing, for all but two. */
function aftercare_guide_missing( string $name ): string {
	$missing = array(
		'support-url' => 'There is no support link yet. ' . AFTERCARE_GUIDE_LINK . '.',
		'region'      => 'There is no region yet. Choose the country whose help numbers your visitors need.',
	);
	return $missing[ $name ] ?? '';
}
