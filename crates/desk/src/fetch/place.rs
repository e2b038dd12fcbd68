//! Which machines may be spoken to: those of the public internet.
//!
//! The lists are IANA's special-purpose registries for IPv4 and IPv6 as of October 2025, read strictly: what is not plainly
//! for everybody is refused. An address that carries an IPv4 address inside is judged by that one, or refused where the form
//! has no honest use in a web address.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Networks of IPv4 that are not the public internet, with the length of their prefix.
const INNER_V4: [(Ipv4Addr, u32); 18] = [
    (Ipv4Addr::new(0, 0, 0, 0), 8),        // this network
    (Ipv4Addr::new(10, 0, 0, 0), 8),       // private
    (Ipv4Addr::new(100, 64, 0, 0), 10),    // shared behind a carrier's translator
    (Ipv4Addr::new(127, 0, 0, 0), 8),      // this machine
    (Ipv4Addr::new(168, 63, 129, 16), 32), // the host of a virtual machine at Azure: public in form only
    (Ipv4Addr::new(169, 254, 0, 0), 16),   // link-local, and where clouds keep their credentials
    (Ipv4Addr::new(172, 16, 0, 0), 12),    // private
    (Ipv4Addr::new(192, 0, 0, 0), 24),     // protocol assignments
    (Ipv4Addr::new(192, 0, 2, 0), 24),     // documentation
    (Ipv4Addr::new(192, 31, 196, 0), 24),  // AS112
    (Ipv4Addr::new(192, 52, 193, 0), 24),  // relays of multicast
    (Ipv4Addr::new(192, 88, 99, 0), 24),   // relays of 6to4
    (Ipv4Addr::new(192, 168, 0, 0), 16),   // private
    (Ipv4Addr::new(192, 175, 48, 0), 24),  // AS112
    (Ipv4Addr::new(198, 18, 0, 0), 15),    // benchmarks
    (Ipv4Addr::new(198, 51, 100, 0), 24),  // documentation
    (Ipv4Addr::new(203, 0, 113, 0), 24),   // documentation
    (Ipv4Addr::new(224, 0, 0, 0), 3),      // multicast, reserved, broadcast
];

/// What is handed out to the public in IPv6 (RFC 4291). Everything outside is refused: loopback, unique-local, link-local,
/// site-local, multicast, the mapped and compatible forms of IPv4, and what isn't assigned.
const PUBLIC_V6: (Ipv6Addr, u32) = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);

/// Networks within it that are not the public internet.
const INNER_V6: [(Ipv6Addr, u32); 6] = [
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23), // protocol assignments: Teredo, ORCHID, benchmarks
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32), // documentation
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16), // 6to4: leads to any IPv4 address
    (Ipv6Addr::new(0x2620, 0x4f, 0x8000, 0, 0, 0, 0, 0), 48), // AS112
    (Ipv6Addr::new(0x3ffe, 0, 0, 0, 0, 0, 0, 0), 16), // the former 6bone
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20), // documentation
];

/// The prefix under which a network without IPv4 reaches it (NAT64, RFC 6052); the last 32 bits are the IPv4 address.
const NAT64: (Ipv6Addr, u32) = (Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, 0, 0), 96);

/// Whether `ip` is a machine of the public internet.
pub(super) fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) if within_v6(ip, NAT64) => {
            let [.., a, b, c, d] = ip.octets();
            is_public_v4(Ipv4Addr::new(a, b, c, d))
        }
        IpAddr::V6(ip) => {
            within_v6(ip, PUBLIC_V6)
                && !INNER_V6.iter().any(|&network| within_v6(ip, network))
                && !is_tunnel_inside_a_site(ip)
        }
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    !INNER_V4
        .iter()
        .any(|&(network, bits)| (ip.to_bits() ^ network.to_bits()) >> (32 - bits) == 0)
}

fn within_v6(ip: Ipv6Addr, (network, bits): (Ipv6Addr, u32)) -> bool {
    (ip.to_bits() ^ network.to_bits()) >> (128 - bits) == 0
}

/// ISATAP (RFC 5214): a public prefix in front, an IPv4 address of the site behind.
fn is_tunnel_inside_a_site(ip: Ipv6Addr) -> bool {
    let [_, _, _, _, sort, mark, _, _] = ip.segments();
    mark == 0x5efe && sort & !0x0200 == 0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn each_network_is_refused_from_its_first_address_to_its_last_and_no_further() {
        for (ip, public) in [
            ("0.255.255.255", false),
            ("1.0.0.0", true),
            ("9.255.255.255", true),
            ("11.0.0.0", true),
            ("100.63.255.255", true),
            ("100.64.0.0", false),
            ("100.127.255.255", false),
            ("100.128.0.0", true),
            ("126.255.255.255", true),
            ("128.0.0.0", true),
            ("168.63.129.15", true),
            ("168.63.129.16", false),
            ("169.253.255.255", true),
            ("169.255.0.0", true),
            ("172.15.255.255", true),
            ("172.16.0.0", false),
            ("172.31.255.255", false),
            ("172.32.0.0", true),
            ("192.0.1.0", true),
            ("192.167.255.255", true),
            ("192.169.0.0", true),
            ("198.17.255.255", true),
            ("198.19.255.255", false),
            ("198.20.0.0", true),
            ("203.0.112.255", true),
            ("203.0.114.0", true),
            ("223.255.255.255", true),
            ("224.0.0.0", false),
            ("255.255.255.255", false),
            ("1fff:ffff::", false),
            ("2000::", true),
            ("2001:1ff:ffff::", false),
            ("2001:200::", true),
            ("2001:db7:ffff::", true),
            ("2001:db9::", true),
            ("2003::", true),
            ("2606:4700::1111", true),
            ("2606:4700::5efe:a00:1", false),
            ("2606:4700::200:5efe:a00:1", false),
            ("3fff:1000::", true),
            ("4000::", false),
            ("64:ff9b::808:808", true),
            ("64:ff9b::7f00:1", false),
            ("64:ff9b:1::808:808", false),
            ("::ffff:8.8.8.8", false),
            ("::8.8.8.8", false),
            ("fec0::1", false),
            ("ff02::1", false),
        ] {
            assert_eq!(is_public(ip.parse().unwrap()), public, "{ip}");
        }
    }

    proptest! {
        #[test]
        fn what_the_standard_library_knows_to_be_inside_is_refused(v4: [u8; 4], v6: [u16; 8], family in 0..4_usize) {
            let v4 = Ipv4Addr::from(v4);
            if v4.is_private() || v4.is_loopback() || v4.is_link_local() || v4.is_multicast() || v4.is_broadcast()
                || v4.is_documentation() || v4.is_unspecified() {
                prop_assert!(!is_public(v4.into()));
            }
            prop_assert!(!is_public(v4.to_ipv6_mapped().into()));
            prop_assert!(!is_public(v4.to_ipv6_compatible().into()));
            // A quarter each anywhere, unique-local, link-local and multicast.
            let first = [v6[0], 0xfc00 | v6[0] & 0x1ff, 0xfe80 | v6[0] & 0x3f, 0xff00 | v6[0] & 0xff][family];
            let v6 = Ipv6Addr::from([first, v6[1], v6[2], v6[3], v6[4], v6[5], v6[6], v6[7]]);
            if v6.is_unique_local() || v6.is_unicast_link_local() || v6.is_multicast() || v6.is_loopback() {
                prop_assert!(!is_public(v6.into()));
            }
        }
    }
}
